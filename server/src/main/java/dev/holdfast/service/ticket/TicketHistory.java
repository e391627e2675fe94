package dev.holdfast.service.ticket;

import java.util.List;

/// A ticket with everything that happened to it, the oldest first, and what its owner shows of it.
public record TicketHistory(Ticket ticket, List<Step> steps, List<TicketPhoto> photos) {
    public TicketHistory {
        steps = List.copyOf(steps);
        photos = List.copyOf(photos);
    }
}
