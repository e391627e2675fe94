package dev.holdfast.web.page;

import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Subject;
import dev.holdfast.service.ticket.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is an owner's: the unit, its warranty, and what they reported about it.
///
/// @param unit null: it was not handed over yet
/// @param workshops names by language, by place
record OwnedUnitPage(
        Frame frame,
        OrderId order,
        @Nullable OwnedUnit unit,
        List<Subject> subjects,
        Map<String, Map<String, String>> workshops,
        List<Ticket> tickets,
        ZoneId zone,
        Instant now,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    String address() {
        return "/orders/" + order + "/tickets";
    }

    String address(Ticket ticket) {
        return address() + "/" + ticket.number();
    }

    String subject(Ticket ticket) {
        return TicketWords.subject(ticket, subjects, words());
    }

    String at(Instant instant) {
        return words().instant(instant, zone);
    }
}
