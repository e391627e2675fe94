package dev.holdfast.run;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.holdfast.web.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever talks to a server that may be gone for a while: they send the same again until somebody answers.
final class FarAway implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOKEN_SECRET = "a secret of the tests, 32 bytes long";
    private static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final long PAUSE_MS = 100;
    private static final int MAX_TRIES = 1_200;

    static final Map<String, String> ENVIRONMENT = Map.of(
            "HOLDFAST_JWT_SECRET", TOKEN_SECRET,
            "HOLDFAST_SANDBOX_WEBHOOK_SECRET", WEBHOOK_SECRET,
            "HOLDFAST_SANDBOX_MISCHIEF", "none");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile URI server = URI.create("http://localhost:1");

    /// What was answered; an answer without a body has null in its place.
    record Answer(int status, JsonNode json) {
        Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError(status + " instead of " + expected + ": " + json);
            }
            return this;
        }

        String text(String pointer) {
            return json.at(pointer).asString();
        }

        long number(String pointer) {
            return json.at(pointer).asLong();
        }
    }

    /// What a server is started with on a database that was there before it.
    static Map<String, String> environment(Database database) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("HOLDFAST_DB_URL", database.url());
        environment.put("HOLDFAST_DB_USER", database.user());
        environment.put("HOLDFAST_DB_PASSWORD", database.password());
        return environment;
    }

    void talksTo(URI address) {
        server = address;
    }

    /// Sends it until it is answered by something that is up.
    Answer insist(String method, String path, String who, Object body, String... headers) {
        for (int i = 0; i < MAX_TRIES; i++) {
            try {
                Answer answer = once(method, path, who, body, headers);
                if (answer.status < 500 && answer.status != 429) {
                    return answer;
                }
            } catch (IOException gone) {
                // It is sent again below, as a browser or a payment provider would.
            }
            pause();
        }
        throw new AssertionError(method + " " + path + " was never answered");
    }

    Answer once(String method, String path, String who, Object body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", body instanceof String ? "text/csv" : "application/json")
                .method(method, BodyPublishers.ofString(text(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            boolean isJson =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(response.statusCode(), isJson ? JSON.readTree(response.body()) : words(response.body()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    private static JsonNode words(String text) {
        return text.isEmpty() ? JSON.nullNode() : JSON.getNodeFactory().stringNode(text);
    }

    /// The payment provider's report, the same whenever it is sent again.
    Answer pay(String order, long deposit) {
        String id = "payment-" + order;
        String body = text(Map.of(
                "type", "payment.succeeded", "order", order, "payment", id, "amount", deposit, "currency", "CNY"));
        long now = Instant.now().getEpochSecond();
        try {
            String signature = new Webhook(WEBHOOK_SECRET).sign(id, now, body);
            return insist(
                    "POST",
                    "/api/v1/payments/sandbox/events",
                    "provider",
                    JSON.readTree(body),
                    "webhook-id",
                    id,
                    "webhook-timestamp",
                    Long.toString(now),
                    "webhook-signature",
                    signature);
        } catch (WebhookSigningException | EmptyWebhookSecretException fault) {
            throw new AssertionError("The reference library cannot sign", fault);
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static String token(String who) {
        long until = Instant.now().getEpochSecond() + 3_600;
        List<String> roles = who.equals("operator") || who.equals("planner") ? List.of(who) : List.of();
        return TestTokens.hs256(TOKEN_SECRET, Map.of("sub", who, "roles", roles, "exp", until));
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
