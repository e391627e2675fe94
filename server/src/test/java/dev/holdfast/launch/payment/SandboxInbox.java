package dev.holdfast.launch.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A webhook address over real HTTP that keeps what it was sent, and refuses the first deliveries when told to.
final class SandboxInbox implements AutoCloseable {

    private final ConcurrentLinkedQueue<Reading> readings = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusalsLeft;
    private final SandboxProvider provider;
    private final HttpServer server;

    SandboxInbox(SandboxProvider provider, int refusals) {
        this.provider = provider;
        this.refusalsLeft = new AtomicInteger(refusals);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (refusalsLeft.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            readings.add(provider.read(exchange.getRequestHeaders()::getFirst, body, Instant.now()));
            exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/payments/sandbox/events");
    }

    List<PaymentEvent> events() {
        return readings.stream()
                .map(reading -> switch (reading) {
                    case Reading.Verified verified -> verified.event();
                    case Reading.Forged other -> throw new AssertionError(other);
                    case Reading.Malformed other -> throw new AssertionError(other);
                    case Reading.PaidWith other -> throw new AssertionError(other);
                    case Reading.Ignored other -> throw new AssertionError(other);
                })
                .toList();
    }

    List<PaymentEvent> await(Predicate<List<PaymentEvent>> enough) throws InterruptedException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(20));
        while (!enough.test(events())) {
            if (Instant.now().isAfter(giveUp)) {
                throw new AssertionError("Only these came: " + events());
            }
            Thread.sleep(5);
        }
        return events();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
