package dev.holdfast.run;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.springframework.boot.web.server.PortInUseException;

/// Words a fault of the world as one sentence with its cure, whatever wrapped it on the way up.
final class Sentence {
    private static final int MAX_CAUSES = 20;

    private Sentence() {}

    static String of(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < MAX_CAUSES; depth++, cause = cause.getCause()) {
            var known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return "the start failed: " + failure + ". Set HOLDFAST_DEBUG=1 to see where.";
    }

    private static Optional<String> known(Throwable cause) {
        return switch (cause) {
            case CannotStart refusal -> Optional.of(String.valueOf(refusal.getMessage()));
            case PortInUseException taken -> Optional.of(takenPort(taken.getPort()));
            case AccessDeniedException denied ->
                Optional.of("The folder or file " + denied.getFile()
                        + " cannot be written: make it writable for you, or choose another folder with --data.");
            default -> fullDisk(cause);
        };
    }

    static String takenPort(int port) {
        return "Port " + port + " is taken by another program: stop it, or choose another port with --port.";
    }

    static boolean isFullDisk(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains("No space left on device");
    }

    private static Optional<String> fullDisk(Throwable cause) {
        if (!isFullDisk(cause)) {
            return Optional.empty();
        }
        var where = cause instanceof FileSystemException failure ? " that holds " + failure.getFile() : "";
        return Optional.of(
                "The disk" + where + " is full: free some space, or choose a folder on another disk with" + " --data.");
    }
}
