package dev.holdfast.run;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs as every clock does, ahead by what stands in a file: whoever maps the file has the same time.
final class ClockInFile implements InstantSource {
    private final LongBuffer aheadMs;

    private ClockInFile(LongBuffer aheadMs) {
        this.aheadMs = aheadMs;
    }

    static ClockInFile create(Path file) throws IOException {
        Files.write(file, new byte[Long.BYTES]);
        return open(file);
    }

    static ClockInFile open(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new ClockInFile(
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES).asLongBuffer());
        }
    }

    void leap(Duration by) {
        aheadMs.put(0, aheadMs.get(0) + by.toMillis());
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(aheadMs.get(0));
    }
}
