package dev.holdfast.bench.server;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One Holdfast in a process of its own, started as the `holdfast` script starts it.
public final class ServerProcess {
    /// The options of the script; a test holds the two together.
    static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseG1GC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx768m");

    private static final Duration MAX_START = Duration.ofMinutes(2);
    private static final long MAX_STOP_SECONDS = 30;

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Starts a server and returns once it can take orders.
    ///
    /// @param program the class whose `main` is run: Holdfast's own, or one that wraps it for a test
    static ServerProcess start(String program, Path data, Path log, int port, Map<String, String> environment)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        // The class path of the rehearsal holds the server's, under the test runner and from a jar alike.
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program, "run"));
        command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port), "--no-sample"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(environment);
        var server = new ServerProcess(builder.start(), port, log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + MAX_START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri().resolve("/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (!isReady(client, request)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    kill();
                    throw new IOException("the server did not become ready; it said:\n" + Files.readString(log));
                }
                Thread.sleep(50);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public URI uri() {
        return URI.create("http://localhost:" + port);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    int port() {
        return port;
    }

    /// For the tools that look into a running virtual machine.
    public long pid() {
        return process.pid();
    }

    /// The most memory the process ever held, in MiB; 0 where the system does not tell.
    public long peakMemoryMiB() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /// Processor time the server itself has used.
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Processor time of everything the server started that still runs: its PostgreSQL with all backends.
    public Duration cpuOfDatabase() {
        return process.descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Ends the process as `kill -9` does.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    void stop() {
        process.destroy();
        if (!ended(process.toHandle())) {
            kill();
        }
    }

    static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(MAX_STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
