package dev.holdfast.web.page;

import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import java.util.List;

/// What pages call what a ticket is about.
final class TicketWords {
    private TicketWords() {}

    /// Its id where it is in the list no more.
    static String subject(Ticket ticket, List<Subject> subjects, Words words) {
        return subjects.stream()
                .filter(one -> one.id().equals(ticket.subject()))
                .findFirst()
                .map(one -> words.name(one.name()))
                .orElse(ticket.subject());
    }
}
