package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/// A server with one operation, `POST /api/v1/wishes`, and a fault in it: it shows at wishes with a star in them.
final class BrokenServer implements AutoCloseable {
    /// What it answers to a star.
    record Fault(int status, String type, String body) {}

    private static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final Fault fault;

    BrokenServer(Fault fault) throws IOException {
        this.fault = fault;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean known = exchange.getRequestURI().getPath().equals("/api/v1/wishes");
        if (!known) {
            answer(exchange, new Fault(404, PROBLEM, "{\"code\":\"unknown_path\"}"));
        } else if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, new Fault(405, PROBLEM, "{\"code\":\"method_not_allowed\"}"));
        } else if (body.contains("*")) {
            answer(exchange, fault);
        } else {
            answer(exchange, new Fault(422, PROBLEM, "{\"code\":\"invalid_request\"}"));
        }
    }

    private static void answer(HttpExchange exchange, Fault answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
