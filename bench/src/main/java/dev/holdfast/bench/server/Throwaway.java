package dev.holdfast.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// A fresh Holdfast on a folder of its own, one or more instances on one database; gone without a trace at the
/// end, also when the rehearsal is interrupted.
public final class Throwaway implements AutoCloseable {
    private static final int LAST_LINES = 20;

    private final Path folder;
    private final Secrets secrets;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final Thread onInterrupt = new Thread(this::removeAll, "throw-away");
    private boolean removed;

    private Throwaway(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    public static Throwaway start(int instances) throws IOException, InterruptedException {
        var throwaway = new Throwaway(Files.createTempDirectory("holdfast-rush-"), Secrets.random());
        Runtime.getRuntime().addShutdownHook(throwaway.onInterrupt);
        try {
            for (int i = 0; i < instances; i++) {
                throwaway.servers.add(throwaway.startInstance(i, freePort()));
            }
            return throwaway;
        } catch (IOException | InterruptedException | RuntimeException e) {
            throwaway.close();
            throw e;
        }
    }

    /// The first instance brings the database, every other one enters it from outside.
    private ServerProcess startInstance(int number, int port) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(secrets.environment());
        if (number > 0) {
            environment.put("HOLDFAST_DB_URL", database().url());
            environment.put("HOLDFAST_DB_USER", database().user());
            environment.put("HOLDFAST_DB_PASSWORD", database().password());
        }
        return ServerProcess.start(folder.resolve("data-" + number), log(number), port, environment);
    }

    /// The end of what the servers said, for whoever has to find out why a rehearsal could not be run.
    public String lastWords() throws IOException {
        var words = new StringBuilder();
        for (int i = 0; i < servers.size(); i++) {
            List<String> lines = Files.readAllLines(log(i));
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
                    .forEach(line -> words.append(line).append('\n'));
        }
        return words.toString();
    }

    private Path log(int number) {
        return folder.resolve("server-" + number + ".log");
    }

    public Secrets secrets() {
        return secrets;
    }

    public EmbeddedDatabase database() {
        return new EmbeddedDatabase(folder.resolve("data-0"));
    }

    public List<ServerProcess> servers() {
        return List.copyOf(servers);
    }

    public URI uri() {
        return servers.getFirst().uri();
    }

    public List<InetSocketAddress> addresses() {
        return servers.stream().map(ServerProcess::address).toList();
    }

    /// Kills an instance without warning and starts it again on the same data and port.
    public void killAndRestart(int number) throws IOException, InterruptedException {
        ServerProcess killed = servers.get(number);
        killed.kill();
        servers.set(number, startInstance(number, killed.port()));
    }

    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // The virtual machine is going down already, and the hook with it.
        }
    }

    private synchronized void removeAll() {
        if (removed) {
            return;
        }
        removed = true;
        servers.reversed().forEach(ServerProcess::stop);
        try {
            database().stop();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println(
                    "rush: " + folder + " could not be removed (" + e.getMessage() + "). Delete it by hand.");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
