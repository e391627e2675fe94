package dev.holdfast.web.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Serves the sample pages with their assets and the headers of the real site, on a port of its own.
final class SampleSite implements AutoCloseable {
    private final Map<String, String> pages = new HashMap<>();
    private final Assets assets = new Assets();
    private final HttpServer server;

    SampleSite() throws IOException {
        for (var words : Words.ALL) {
            new SamplePages(words).all().forEach((name, page) -> pages.put("/" + words.tag() + "/" + name, page));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address(Words words, String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + words.tag() + "/" + page;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        byte[] body;
        if (path.endsWith("/events")) {
            watch(exchange);
            return;
        }
        if (path.startsWith(Assets.FOLDER)) {
            var name = path.substring(path.lastIndexOf('/') + 1);
            body = assets.find(name).orElseThrow().body().plain();
            exchange.getResponseHeaders().set("Content-Type", type(name));
        } else {
            body = pages.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY);
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// A stream in which nothing happens any more.
    private static void watch(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(":\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String type(String name) {
        if (name.endsWith(".css")) {
            return "text/css";
        }
        return name.endsWith(".js") ? "text/javascript" : "image/svg+xml";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
