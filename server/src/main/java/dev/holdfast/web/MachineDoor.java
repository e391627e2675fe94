package dev.holdfast.web;

import dev.holdfast.launch.Launch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;

/// What machines look at: whether the server lives, whether it can take orders, and its figures.
final class MachineDoor {
    private final Launch launch;
    private final PrometheusMeterRegistry registry;
    private final Doorkeeper doorkeeper;

    MachineDoor(Launch launch, PrometheusMeterRegistry registry, Doorkeeper doorkeeper) {
        this.launch = launch;
        this.registry = registry;
        this.doorkeeper = doorkeeper;
    }

    void alive(Exchange exchange) throws IOException {
        exchange.json(200, Json.object(json -> json.writeStringProperty("status", "alive")));
    }

    /// Ready means that an order could be made durable now: the database answers and lets itself be written to.
    void ready(Exchange exchange) throws IOException {
        boolean ready = launch.ready();
        exchange.json(
                ready ? 200 : 503,
                Json.object(json -> json.writeStringProperty("status", ready ? "ready" : "database unavailable")));
    }

    void metrics(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.text(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }
}
