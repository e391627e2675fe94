package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL that outlived the Holdfast that started it, found under a free lock.
///
/// The pid file alone proves nothing: after a reboot its number may belong to anybody, even to the PostgreSQL of
/// another folder. Only a process whose command line names this very cluster is ours to stop. A file whose number
/// belongs to somebody else is set aside, because PostgreSQL would wait for that process for ever; what might still
/// be running in the folder it finds by itself, through its shared memory.
final class Orphan {
    private Orphan() {}

    static void settle(Cluster cluster, Progress progress) throws IOException {
        var file = cluster.folder().resolve("postmaster.pid");
        var process = processIn(file);
        if (process.isEmpty()) {
            return;
        }
        if (serves(process.get(), cluster.folder())) {
            progress.say("Stopping the PostgreSQL that an earlier, killed Holdfast left behind");
            stop(cluster);
        } else {
            Files.move(file, file.resolveSibling("postmaster.pid.stale"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// The fast way: open transactions are rolled back, what was committed is written out.
    static void stop(Cluster cluster) throws IOException {
        Commands.run(cluster.command(
                "pg_ctl", List.of("stop", "-D", cluster.folder().toString(), "-m", "fast", "-w", "-t", "60")));
    }

    private static Optional<ProcessHandle> processIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path folder) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains("-D " + folder + " ");
    }
}
