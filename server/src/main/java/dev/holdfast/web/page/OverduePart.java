package dev.holdfast.web.page;

import dev.holdfast.service.ticket.Overdue;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/// Whom nobody answered in time, on the page of staff and on that of the office.
///
/// @param office whether the office reads it, of all places
record OverduePart(Words words, Overdue overdue, List<Subject> subjects, Places places, boolean office) {
    OverduePart {
        subjects = List.copyOf(subjects);
    }

    String subject(Ticket ticket) {
        return TicketWords.subject(ticket, subjects, words);
    }

    String place(String place) {
        return places.name(place, words);
    }

    /// To the list of one place.
    String list(String place) {
        return office ? "/operator/overdue?place=" + place : "/store/" + place + "/tickets";
    }

    String address(Ticket ticket) {
        return office
                ? "/orders/" + ticket.order() + "/tickets/" + ticket.number()
                : "/store/" + ticket.place() + "/tickets/" + ticket.number();
    }

    /// As clocks show it at the place.
    String time(Instant instant, String place) {
        return words.instant(instant, places.zone(place));
    }
}
