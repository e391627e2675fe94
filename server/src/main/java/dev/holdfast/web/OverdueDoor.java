package dev.holdfast.web;

import dev.holdfast.service.ticket.Overdue;
import dev.holdfast.service.ticket.Overdue.Late;
import dev.holdfast.service.ticket.OverdueTickets;
import java.io.IOException;
import java.time.InstantSource;
import tools.jackson.core.JsonGenerator;

/// Tickets whose first answer is late: for staff at the places where they work, for the office everywhere.
final class OverdueDoor {
    private static final int PAGE = 100;

    private final OverdueTickets overdue;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    OverdueDoor(OverdueTickets overdue, Doorkeeper doorkeeper, InstantSource clock) {
        this.overdue = overdue;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.add("GET", "store/overdue", this::own).add("GET", "operator/service/overdue", this::all);
    }

    private void own(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        write(exchange, overdue.of(clerk, limit(exchange)));
    }

    private void all(Exchange exchange) throws IOException {
        doorkeeper.admit(exchange, Asking.OPERATOR);
        write(exchange, overdue.all(exchange.parameter("place"), limit(exchange)));
    }

    private static int limit(Exchange exchange) {
        return (int) exchange.number("limit", PAGE, 1, OverdueTickets.MAX_PAGE);
    }

    private void write(Exchange exchange, Overdue found) throws IOException {
        exchange.json(200, Json.object(json -> {
            json.writeArrayPropertyStart("places");
            found.places().forEach(late -> write(json, late));
            json.writeEndArray();
            TicketJson.array(json, found.tickets(), clock.instant());
        }));
    }

    private static void write(JsonGenerator json, Late late) {
        json.writeStartObject();
        json.writeStringProperty("place", late.place());
        json.writeNumberProperty("tickets", late.tickets());
        json.writeStringProperty("since", late.since().toString());
        json.writeEndObject();
    }
}
