package dev.holdfast.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs one short program of the operating system and keeps what it said.
final class Commands {
    /// Long enough for `initdb` on a slow disk, short enough that a hung program is noticed.
    private static final long MAX_MINUTES = 5;

    private Commands() {}

    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    static Outcome run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end within " + MAX_MINUTES + " minutes");
            }
            return new Outcome(process.exitValue(), output);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    /// Whether the program exists and ends well; a missing program is an answer, not a fault.
    static boolean works(List<String> command) {
        try {
            return run(command).succeeded();
        } catch (IOException _) {
            return false;
        }
    }
}
