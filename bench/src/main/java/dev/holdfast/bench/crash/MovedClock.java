package dev.holdfast.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// The time of the machine, moved by as many milliseconds as a file says: read by the server under test, written by
/// whoever tests it.
final class MovedClock extends Clock {
    private static final long READ_EVERY_MS = 5;

    private final Clock real;
    private final Path file;
    private volatile long movedMs;

    MovedClock(Path file) {
        this.real = Clock.systemUTC();
        this.file = file;
        Thread.ofVirtual().name("moved-clock").start(this::follow);
    }

    private void follow() {
        try {
            while (true) {
                movedMs = read(file);
                Thread.sleep(READ_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long read(Path file) {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /// Moves every clock that follows this file; never seen half written.
    static void move(Path file, long milliseconds) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, Long.toString(milliseconds));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(movedMs);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), java.time.Duration.ofMillis(movedMs));
    }
}
