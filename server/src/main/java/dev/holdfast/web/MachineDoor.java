package dev.holdfast.web;

import dev.holdfast.launch.Launch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/// What machines look at: whether the server lives, whether it can take orders, and its figures.
final class MachineDoor {
    private final Launch launch;
    private final PrometheusMeterRegistry registry;
    private final Doorkeeper doorkeeper;
    private final ApplicationAvailability availability;

    MachineDoor(
            Launch launch,
            PrometheusMeterRegistry registry,
            Doorkeeper doorkeeper,
            ApplicationAvailability availability) {
        this.launch = launch;
        this.registry = registry;
        this.doorkeeper = doorkeeper;
        this.availability = availability;
    }

    void alive(Exchange exchange) throws IOException {
        status(exchange, "alive", 200);
    }

    /// Ready means that an order could be made durable now (the database answers and lets itself be written to), and
    /// that this instance is not about to stop.
    void ready(Exchange exchange) throws IOException {
        if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
            status(exchange, "stopping", 503);
        } else if (launch.ready()) {
            status(exchange, "ready", 200);
        } else {
            status(exchange, "database unavailable", 503);
        }
    }

    private static void status(Exchange exchange, String word, int code) throws IOException {
        exchange.json(code, Json.object(json -> json.writeStringProperty("status", word)));
    }

    void metrics(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        exchange.text(200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }
}
