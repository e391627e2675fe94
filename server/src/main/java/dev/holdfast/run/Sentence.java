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
        var root = failure;
        for (var depth = 0; depth < MAX_CAUSES; depth++) {
            var known = known(root);
            if (known.isPresent()) {
                return known.get();
            }
            var cause = root.getCause();
            if (cause == null) {
                break;
            }
            root = cause;
        }
        return unknown(root);
    }

    /// The root says what happened; what wrapped it says only where, and may take pages to do so.
    private static String unknown(Throwable root) {
        var what = String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return "The start failed: " + what + " (" + root.getClass().getSimpleName()
                + "). Set HOLDFAST_DEBUG=1 to see where.";
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
