package dev.holdfast.bench;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.bench.load.Latencies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/// Asks a server for its lists over HTTP, each many times over by one reader, and holds each against a limit.
public final class Lists implements AutoCloseable {
    private static final int ASKED = 200;
    private static final int WARM_UP = 20;
    private static final double LIMIT_MS = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site;
    private final URI server;
    private final Random random;
    private boolean within = true;

    public Lists(Site site, URI server, long seed) {
        this.site = site;
        this.server = server;
        this.random = new Random(seed);
    }

    /// Of one of so many members, another one each time.
    public void ofMember(String what, String path, String name, int people) throws IOException, InterruptedException {
        ask(what, () -> path, () -> site.tokens().sign(name + random.nextInt(people), "fan"));
    }

    /// Of the operator.
    public void ofOperator(String what, String path) throws IOException, InterruptedException {
        ask(what, () -> path, () -> site.tokens().sign("operator", "operator"));
    }

    /// What anybody may look at, each time at another place of it.
    public void ofAnybody(String what, Supplier<String> path) throws IOException, InterruptedException {
        ask(what, path, () -> "");
    }

    /// Whether every list so far came within the limit, the slowest time included.
    public boolean allWithin() {
        return within;
    }

    private void ask(String what, Supplier<String> path, Supplier<String> token)
            throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int time = 0; time < WARM_UP + ASKED; time++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path.get()));
            String signed = token.get();
            if (!signed.isEmpty()) {
                request.header("Authorization", "Bearer " + signed);
            }
            long start = System.nanoTime();
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(what + " was answered " + answer.statusCode() + ": " + answer.body());
            }
            if (time >= WARM_UP) {
                latencies.add(System.nanoTime() - start);
            }
        }
        var told = latencies.summary();
        boolean fast = told.max() < LIMIT_MS;
        within &= fast;
        say(
                "%-46s median %5.1f ms, p99 %5.1f ms, slowest %5.1f ms: %s",
                what, told.p50(), told.p99(), told.max(), fast ? "within the limit" : "LIMIT MISSED");
    }

    @FormatMethod
    private static void say(@FormatString String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }

    @Override
    public void close() {
        client.close();
    }
}
