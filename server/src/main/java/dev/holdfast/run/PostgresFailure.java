package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns what PostgreSQL printed when it failed into one sentence with a cure.
final class PostgresFailure {
    /// One segment of the write-ahead log, without which PostgreSQL does not start.
    private static final long MIN_FREE_BYTES = 16L << 20;

    private PostgresFailure() {}

    /// @param folder whose disk is asked too: on a full one PostgreSQL could not even write down why it failed
    static CannotStart explain(String what, String output, Path folder) throws IOException {
        if (output.contains("No space left on device") || isFull(folder)) {
            return new CannotStart(
                    what + ": the disk is full. Free some space, or choose a folder on another disk with" + " --data.");
        }
        if (output.contains("cannot execute") || output.contains("error while loading shared libraries")) {
            return new CannotStart(what + ": its programs do not run on this system (" + lastLine(output)
                    + "). Name your own PostgreSQL 16 or newer in HOLDFAST_DB_URL.");
        }
        return new CannotStart(what + ": " + lastLine(output)
                + ". Maybe another folder with --data helps, or your own PostgreSQL in HOLDFAST_DB_URL.");
    }

    private static boolean isFull(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace() < MIN_FREE_BYTES;
    }

    /// A server that is just leaving this folder, or whose backends are; waiting helps, nothing else does.
    static boolean isStillInUse(String output) {
        return (output.contains("already exists") && output.contains("postmaster.pid"))
                || output.contains("pre-existing shared memory block");
    }

    static boolean isTakenPort(String output) {
        return output.contains("could not bind");
    }

    private static String lastLine(String output) {
        var telling = output.lines()
                .filter(line -> line.contains("FATAL") || line.contains("error"))
                .toList();
        if (!telling.isEmpty()) {
            return telling.getLast().strip();
        }
        return output.isBlank()
                ? "it said nothing"
                : output.strip().lines().toList().getLast();
    }
}
