package dev.holdfast.service.ticket;

import java.util.List;

/// A ticket with everything that happened to it, the oldest first.
public record TicketHistory(Ticket ticket, List<Step> steps) {
    public TicketHistory {
        steps = List.copyOf(steps);
    }
}
