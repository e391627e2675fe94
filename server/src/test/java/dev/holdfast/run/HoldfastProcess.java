package dev.holdfast.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Holdfast as its users meet it: a process with a terminal, a port and signals.
///
/// Its terminal is read all the time: whoever says more than a pipe holds, and is not heard, stands still.
final class HoldfastProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");
    private static final long MAX_STOP_SECONDS = 30;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<String> said = new CompletableFuture<>();

    private HoldfastProcess(Process process) {
        this.process = process;
    }

    static HoldfastProcess start(Path data, Map<String, String> environment) throws IOException {
        return start(List.of(), classPath(), data, environment, "--no-sample");
    }

    static HoldfastProcess startWithSample(Path data) throws IOException {
        return start(List.of(), classPath(), data, Map.of());
    }

    static HoldfastProcess start(
            List<String> prefix, String classPath, Path data, Map<String, String> environment, String... options)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, "dev.holdfast.Holdfast"));
        command.addAll(List.of("run", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HOLDFAST_"));
        builder.environment().putAll(environment);
        return of(builder);
    }

    /// Started in some other way.
    static HoldfastProcess of(ProcessBuilder command) throws IOException {
        HoldfastProcess started =
                new HoldfastProcess(command.redirectErrorStream(true).start());
        Thread.ofPlatform().daemon().name("terminal").start(started::listen);
        return started;
    }

    private void listen() {
        var words = new StringBuilder();
        try (var terminal = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = terminal.readLine(); line != null; line = terminal.readLine()) {
                words.append(line).append('\n');
                var ready = READY.matcher(line);
                if (ready.find()) {
                    address.complete(URI.create(ready.group(1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            address.completeExceptionally(new IllegalStateException("Holdfast ended before it was ready:\n" + words));
            said.complete(words.toString());
        }
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// Waits until it serves and returns where.
    URI address() {
        return address.join();
    }

    int status() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address().resolve("/healthz")).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /// Waits for its end and returns all it said.
    String lastWords() {
        var all = said.join();
        awaitEnd();
        return all;
    }

    int exitStatus() {
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// As Ctrl-C does.
    String stop() {
        // Not `Process.destroy`: it also closes the terminal, and the last words would be lost.
        process.toHandle().destroy();
        return lastWords();
    }

    /// As `kill -9` does.
    void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().orTimeout(MAX_STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
