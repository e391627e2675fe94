package dev.holdfast.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What stands in front of instances anywhere: sends each request to the next one that says at `/readyz` that it may,
/// and
/// answers 502 when that one is gone. It repeats nothing.
final class PlainProxy implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Set<String> NOT_PASSED_ON = Set.of("connection", "content-length", "host", "upgrade");

    private final HttpServer door;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<URI> instances = new CopyOnWriteArrayList<>();
    private final Set<URI> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final ConcurrentHashMap<URI, AtomicLong> answered = new ConcurrentHashMap<>();
    private final Thread looking;

    /// Requests that could not be answered because an instance was gone.
    final AtomicLong failed = new AtomicLong();

    PlainProxy() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/", this::pass);
        door.start();
        looking = Thread.ofVirtual().start(this::look);
    }

    URI address() {
        return URI.create("http://localhost:" + door.getAddress().getPort());
    }

    /// Knows of it from now on; sends to it once it is ready.
    void add(URI instance) {
        instances.add(instance);
        while (!ready.contains(instance)) {
            FarAway.pause();
        }
    }

    void remove(URI instance) {
        instances.remove(instance);
        ready.remove(instance);
    }

    /// How many requests an instance has answered.
    long answeredBy(URI instance) {
        return answered.computeIfAbsent(instance, _ -> new AtomicLong()).get();
    }

    private void look() {
        while (!Thread.currentThread().isInterrupted()) {
            for (URI instance : instances) {
                if (isReady(instance)) {
                    ready.add(instance);
                } else {
                    ready.remove(instance);
                }
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private boolean isReady(URI instance) {
        HttpRequest ask = HttpRequest.newBuilder(instance.resolve("/readyz"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<URI> open = instances.stream().filter(ready::contains).toList();
            if (open.isEmpty()) {
                refuse(exchange);
                return;
            }
            URI instance = open.get(Math.floorMod(next.getAndIncrement(), open.size()));
            byte[] question = exchange.getRequestBody().readAllBytes();
            try {
                answer(exchange, http.send(request(exchange, instance, question), BodyHandlers.ofByteArray()));
                answered.computeIfAbsent(instance, _ -> new AtomicLong()).incrementAndGet();
            } catch (IOException gone) {
                refuse(exchange);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static HttpRequest request(HttpExchange exchange, URI instance, byte[] question) {
        var request = HttpRequest.newBuilder(instance.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(question));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 500) {
            failed.incrementAndGet();
        }
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().add("Content-Type", type));
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        failed.incrementAndGet();
        exchange.sendResponseHeaders(502, -1);
    }

    @Override
    public void close() {
        looking.interrupt();
        door.stop(0);
        http.shutdownNow();
    }
}
