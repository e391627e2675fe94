package dev.holdfast.launch.news;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A receiver of webhooks on a free port.
final class Receiver implements AutoCloseable {
    record Message(String id, String body) {}

    final List<Message> received = new CopyOnWriteArrayList<>();
    volatile int status = 204;
    volatile String secret = "";
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=holdfast";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), body));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(isSigned(exchange, body) ? status : 401, -1);
        exchange.close();
    }

    /// The reference library is the judge.
    private boolean isSigned(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        try {
            long timestamp = Long.parseLong(headers.getFirst("webhook-timestamp"));
            String expected = new Webhook(secret).sign(headers.getFirst("webhook-id"), timestamp, body);
            return expected.equals(headers.getFirst("webhook-signature"));
        } catch (WebhookSigningException | EmptyWebhookSecretException forged) {
            return false;
        }
    }
}
