package dev.holdfast.run;

/// Turns what PostgreSQL printed when it failed into one sentence with a cure.
final class PostgresFailure {
    private PostgresFailure() {}

    static CannotStart explain(String what, String output) {
        if (output.contains("No space left on device")) {
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
