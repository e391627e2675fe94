package dev.holdfast.run;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// `holdfast run` as its users start it, a process with a data folder and a PostgreSQL of its own, on a day of the
/// test's choosing: weeks pass at once.
public final class HoldfastInTime implements AutoCloseable {
    private final Path folder;
    private final ClockInFile clock;
    private final HoldfastProcess process;
    private final URI address;

    /// @param environment as an operator gives it
    public HoldfastInTime(Map<String, String> environment) {
        try {
            folder = Files.createTempDirectory("holdfast-in-time-test-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var file = folder.resolve("clock");
            clock = ClockInFile.create(file);
            Map<String, String> all = new HashMap<>(environment);
            all.put(ClockOfProcess.FILE, file.toString());
            process = HoldfastProcess.start(
                    List.of(),
                    ClockOfProcess.folder(folder.resolve("classes")) + File.pathSeparator + HoldfastProcess.classPath(),
                    folder.resolve("data"),
                    all,
                    "--no-sample");
            address = process.address();
        } catch (IOException fault) {
            throw new AssertionError("Holdfast cannot be started", fault);
        }
    }

    public URI address() {
        return address;
    }

    /// What it takes for now.
    public Instant now() {
        return clock.instant();
    }

    public void leap(Duration by) {
        clock.leap(by);
    }

    @Override
    public void close() {
        try {
            process.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException fault) {
            throw new AssertionError("Holdfast cannot be stopped", fault);
        }
    }
}
