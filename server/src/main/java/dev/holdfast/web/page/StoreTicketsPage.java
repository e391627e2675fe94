package dev.holdfast.web.page;

import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/// What is to be done at a place.
record StoreTicketsPage(
        Frame frame, String at, Places places, List<Subject> subjects, List<Ticket> tickets, Instant now) {
    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(at, words());
    }

    String subject(Ticket ticket) {
        return TicketWords.subject(ticket, subjects, words());
    }

    String address(Ticket ticket) {
        return "/store/" + at + "/tickets/" + ticket.number();
    }

    String time(Instant instant) {
        return words().instant(instant, places.zone(at));
    }
}
