package dev.holdfast.web;

import java.util.UUID;

/// Asks every operation that has a limit more often than it may.
final class Hasty {
    private final RunningServer server;

    Hasty(RunningServer server) {
        this.server = server;
    }

    /// A member of its own for each operation: the limit is one on all of a member's requests.
    void askTooOften() {
        for (OpenApi.Operation operation : server.document().operations()) {
            if (!operation.node().at("/responses/429").isMissingNode()) {
                String path = operation
                        .path()
                        .replace("{slug}", "nowhere")
                        .replace("{id}", "none")
                        .replace("{number}", "1")
                        .replace("{recall}", "1")
                        .replace("{name}", "none");
                String token = server.token("hasty-" + UUID.randomUUID());
                Reply last = server.call(operation.method(), path).bearer(token).send();
                for (int i = 0; i < 1_000 && last.status() != 429; i++) {
                    last = server.call(operation.method(), path).bearer(token).send();
                }
                last.refused(429, "too_many_requests");
            }
        }
    }
}
