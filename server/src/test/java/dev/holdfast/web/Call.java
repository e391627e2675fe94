package dev.holdfast.web;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// One request over real HTTP. Every answer that comes is held against the OpenAPI document.
final class Call {
    /// A server may hang up on a body of this size without having read it; its answer then may be lost on the way, and
    /// a
    /// caller asks again.
    private static final long UNREAD = 2 << 20;

    private static final int MAX_TRIES = 5;

    private final RunningServer server;
    private final String method;
    private final String path;
    private final List<String> headers = new ArrayList<>();
    private BodyPublisher body = BodyPublishers.noBody();

    Call(RunningServer server, String method, String path) {
        this.server = server;
        this.method = method;
        this.path = path;
    }

    Call by(String member, String... roles) {
        return bearer(server.token(member, roles));
    }

    Call byOperator() {
        return by("operator", "operator");
    }

    Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    Call key(String key) {
        return header("Idempotency-Key", key);
    }

    Call header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    Call json(Object content) {
        return body("application/json", Reply.JSON.writeValueAsString(content));
    }

    Call body(String type, String content) {
        return body(type, BodyPublishers.ofString(content));
    }

    Call body(String type, BodyPublisher content) {
        body = content;
        return header("Content-Type", type);
    }

    Reply send() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.address().resolve(path)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            Reply reply = reply(request.build());
            server.document().hold(method, path, reply);
            return reply;
        } catch (IOException failure) {
            throw new AssertionError(method + " " + path + " got no answer", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopping);
        }
    }

    private Reply reply(HttpRequest request) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<String> response = server.http().send(request, BodyHandlers.ofString());
                return new Reply(response.statusCode(), response.headers(), response.body());
            } catch (IOException failure) {
                if (body.contentLength() < UNREAD || tries == MAX_TRIES) {
                    throw failure;
                }
            }
        }
    }
}
