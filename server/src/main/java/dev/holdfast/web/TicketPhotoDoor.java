package dev.holdfast.web;

import dev.holdfast.launch.Asker;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.TicketPhotos;
import dev.holdfast.service.ticket.Tickets;
import java.io.IOException;
import java.time.InstantSource;

/// Photos of tickets: what owners send, and what staff see where the ticket is.
final class TicketPhotoDoor {
    private final Tickets tickets;
    private final TicketPhotos photos;
    private final Doorkeeper doorkeeper;
    private final InstantSource clock;

    TicketPhotoDoor(Tickets tickets, TicketPhotos photos, Doorkeeper doorkeeper, InstantSource clock) {
        this.tickets = tickets;
        this.photos = photos;
        this.doorkeeper = doorkeeper;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.add("PUT", "tickets/*/photos/*", this::put)
                .add("GET", "tickets/*/photos/*", this::look)
                .add("DELETE", "tickets/*/photos/*", this::takeBack)
                .add("GET", "store/tickets/*/photos/*", this::lookAsStaff);
    }

    private void put(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        long ticket = TicketDoor.number(exchange);
        // Megabytes are read for whoever owns it, and for nobody else.
        tickets.look(ticket, new Asker(asking.member(), false));
        byte[] bytes = exchange.body(TicketPhotos.MAX_BYTES);
        TicketHistory now = photos.put(ticket, exchange.name(1), bytes, asking.member());
        exchange.json(200, Json.object(json -> TicketJson.write(json, now, clock.instant())));
    }

    private void takeBack(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN);
        TicketHistory now = photos.takeBack(TicketDoor.number(exchange), exchange.name(1), asking.member());
        exchange.json(200, Json.object(json -> TicketJson.write(json, now, clock.instant())));
    }

    private void look(Exchange exchange) throws IOException {
        Asking asking = doorkeeper.admit(exchange, Asking.FAN, Asking.OPERATOR);
        Photographs.write(exchange, photos.look(TicketDoor.number(exchange), exchange.name(1), asking.asker()));
    }

    private void lookAsStaff(Exchange exchange) throws IOException {
        String clerk = doorkeeper.admit(exchange, Asking.STORE).member();
        Photographs.write(exchange, photos.lookAsStaff(TicketDoor.number(exchange), exchange.name(1), clerk));
    }
}
