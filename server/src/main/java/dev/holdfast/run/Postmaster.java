package dev.holdfast.run;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One running PostgreSQL server process over a cluster.
///
/// It leads a process session of its own: a Ctrl-C at the terminal must reach Holdfast, which then stops PostgreSQL
/// after its last commit, and not both at once. It listens on loopback only, on a port that was free a moment ago.
record Postmaster(Process process, int port) {
    /// A busy backend outlives a killed postmaster by seconds, and holds the folder until it is gone.
    private static final Duration MAX_WAIT_FOR_FOLDER = Duration.ofSeconds(30);
    /// Replaying the log of a full 4 GB after a power cut, on a slow disk.
    private static final Duration MAX_RECOVERY = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SAY_RECOVERING_AFTER = Duration.ofSeconds(3);
    /// The line of postmaster.pid on which PostgreSQL says what it is doing.
    private static final int STATUS_LINE = 8;

    /// Starts the server and returns when it takes connections; `wantedPort` 0 means any free one.
    static Postmaster start(Cluster cluster, int wantedPort, List<String> settings, Progress progress)
            throws IOException {
        var giveUp = Instant.now().plus(MAX_WAIT_FOR_FOLDER);
        while (true) {
            var logStart = cluster.log().toFile().length();
            var port = wantedPort == 0 ? freePort() : wantedPort;
            var process = launch(cluster, port, settings);
            if (isReady(cluster, process, progress)) {
                return new Postmaster(process, port);
            }
            var said = logSince(cluster, logStart);
            var mayPass = PostgresFailure.isStillInUse(said) || PostgresFailure.isTakenPort(said);
            if (!mayPass || Instant.now().isAfter(giveUp)) {
                throw PostgresFailure.explain("PostgreSQL did not start in " + cluster.folder(), said, cluster.home());
            }
            pause(PAUSE.multipliedBy(10));
        }
    }

    private static Process launch(Cluster cluster, int port, List<String> settings) throws IOException {
        var arguments = new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        var command = new ArrayList<>(ownSession());
        command.addAll(cluster.command("postgres", arguments));
        var builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(key -> key.startsWith("PG"));
        return builder.start();
    }

    /// `setsid` is in util-linux; macOS has none, but its perl can do the same.
    private static List<String> ownSession() {
        if (Commands.works(List.of("setsid", "--version"))) {
            return List.of("setsid");
        }
        return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!", "--");
    }

    private static boolean isReady(Cluster cluster, Process process, Progress progress) throws IOException {
        var started = Instant.now();
        var said = false;
        while (process.isAlive()) {
            if (status(cluster, process).equals("ready")) {
                return true;
            }
            var waited = Duration.between(started, Instant.now());
            if (!said && waited.compareTo(SAY_RECOVERING_AFTER) > 0) {
                progress.say("PostgreSQL is recovering from an unclean stop; nothing is lost");
                said = true;
            }
            if (waited.compareTo(MAX_RECOVERY) > 0) {
                process.destroy();
                throw new CannotStart("PostgreSQL was not ready within " + MAX_RECOVERY.toMinutes() + " minutes: see "
                        + cluster.log() + ".");
            }
            pause(PAUSE);
        }
        return false;
    }

    private static String status(Cluster cluster, Process process) throws IOException {
        var file = cluster.folder().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return "";
        }
        var lines = Files.readAllLines(file);
        var ours = !lines.isEmpty() && lines.getFirst().equals(Long.toString(process.pid()));
        return ours && lines.size() >= STATUS_LINE ? lines.get(STATUS_LINE - 1).strip() : "";
    }

    private static String logSince(Cluster cluster, long position) throws IOException {
        try (var log = new RandomAccessFile(cluster.log().toFile(), "r")) {
            // Whoever tidies up may have cut the log short since; a server that failed is started again all the same.
            var from = Math.min(position, log.length());
            log.seek(from);
            var bytes = new byte[(int) Math.min(log.length() - from, 1 << 16)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
