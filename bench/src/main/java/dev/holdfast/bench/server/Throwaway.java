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
    private static final String DATABASE_URL = "HOLDFAST_DB_URL";
    private static final String HOLDFAST = "dev.holdfast.Holdfast";

    private final Path folder;
    private final Secrets secrets;
    private final String program;
    private final Map<String, String> surroundings;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final Thread onInterrupt = new Thread(this::removeAll, "throw-away");
    private boolean removed;

    private Throwaway(Path folder, Secrets secrets, String program, Map<String, String> surroundings) {
        this.folder = folder;
        this.secrets = secrets;
        this.program = program;
        this.surroundings = Map.copyOf(surroundings);
    }

    public static Throwaway start(int instances) throws IOException, InterruptedException {
        return start(Files.createTempDirectory("holdfast-rush-"), instances, HOLDFAST, Map.of());
    }

    /// The same in a folder of the caller's choice, which is gone at the end all the same.
    ///
    /// @param surroundings further environment; when it names a database, all instances enter that one
    public static Throwaway start(Path folder, int instances, Map<String, String> surroundings)
            throws IOException, InterruptedException {
        return start(folder, instances, HOLDFAST, surroundings);
    }

    /// @param program the class whose `main` starts each server
    public static Throwaway start(Path folder, int instances, String program, Map<String, String> surroundings)
            throws IOException, InterruptedException {
        var throwaway = new Throwaway(folder, Secrets.random(), program, surroundings);
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
        environment.putAll(surroundings);
        if (number > 0 && !environment.containsKey(DATABASE_URL)) {
            environment.put(DATABASE_URL, database().url());
            environment.put("HOLDFAST_DB_USER", database().user());
            environment.put("HOLDFAST_DB_PASSWORD", database().password());
        }
        return ServerProcess.start(program, dataFolder(folder, number), log(number), port, environment);
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

    /// What the first server said of faults of its own, each with the head of its stack.
    public List<String> faults(int max) throws IOException {
        List<String> lines = Files.readAllLines(log(0));
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size() && faults.size() < max; i++) {
            if (lines.get(i).contains(" ERROR ")) {
                faults.addAll(lines.subList(i, Math.min(lines.size(), i + LAST_LINES)));
            }
        }
        return faults;
    }

    private Path log(int number) {
        return folder.resolve("server-" + number + ".log");
    }

    public Secrets secrets() {
        return secrets;
    }

    public EmbeddedDatabase database() {
        return new EmbeddedDatabase(dataFolder(folder, 0));
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

    /// Where an instance keeps its data; the first one's holds the database, whoever started that.
    public static Path dataFolder(Path folder, int number) {
        return folder.resolve("data-" + number);
    }

    /// Kills an instance without warning and starts it again on the same data and port.
    public void killAndRestart(int number) throws IOException, InterruptedException {
        servers.get(number).kill();
        restart(number);
    }

    /// Starts an instance that was killed again, on the same data and port.
    public void restart(int number) throws IOException, InterruptedException {
        servers.set(number, startInstance(number, servers.get(number).port()));
    }

    /// Stops the instances and leaves everything else, for whoever brought the database and has to stop it next.
    public void stopServers() {
        servers.reversed().forEach(ServerProcess::stop);
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
        stopServers();
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
