package dev.holdfast.web.page;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.web.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a plant's or a shop's own system says by the REST interface, with an operator's token.
final class Machine implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long HOUR_SECONDS = 3_600;

    private final Served site;
    private final String secret;
    private final HttpClient http = HttpClient.newHttpClient();

    /// @param secret that the site was given for tokens
    Machine(Served site, String secret) {
        this.site = site;
        this.secret = secret;
    }

    void put(String path, Map<String, ?> content) {
        send("PUT", path, "application/json", JSON.writeValueAsString(content));
    }

    void post(String path, Map<String, ?> content) {
        send("POST", path, "application/json", JSON.writeValueAsString(content));
    }

    void csv(String method, String path, String rows) {
        send(method, path, "text/csv", rows);
    }

    /// @param path below the operator's, or from a slash on below the interface
    void send(String method, String path, String type, String body) {
        var below = path.startsWith("/") ? "/api/v1" : "/api/v1/operator/";
        var request = HttpRequest.newBuilder(URI.create(site.address(below + path)))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            assertTrue(answer.statusCode() / 100 == 2, path + " was answered " + answer.body());
        } catch (IOException failure) {
            throw new AssertionError("No answer from " + path, failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    private String token() {
        long until = site.now().getEpochSecond() + HOUR_SECONDS;
        return TestTokens.hs256(secret, Map.of("sub", "plant-1", "roles", List.of("operator"), "exp", until));
    }

    @Override
    public void close() {
        http.close();
    }
}
