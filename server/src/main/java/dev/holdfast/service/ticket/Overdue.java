package dev.holdfast.service.ticket;

import java.time.Instant;
import java.util.List;

/// Whom nobody answered in time.
///
/// @param places with such tickets, the one whose oldest was due first before the others
/// @param tickets the one that was due first before the others; at most as many as were asked for
public record Overdue(List<Late> places, List<Ticket> tickets) {
    public Overdue {
        places = List.copyOf(places);
        tickets = List.copyOf(tickets);
    }

    /// A place where somebody waits for an answer that is late.
    ///
    /// @param since when the oldest of them was due
    public record Late(String place, long tickets, Instant since) {}
}
