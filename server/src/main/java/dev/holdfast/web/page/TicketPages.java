package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.ticket.OwnedUnit;
import dev.holdfast.service.ticket.Owners;
import dev.holdfast.service.ticket.Subjects;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.ticket.Tickets;
import dev.holdfast.service.work.Works;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// An owner's unit, and what they report about it.
@Controller
class TicketPages {
    private static final String TICKET = "/orders/{id}/tickets/{number}";

    private final Owners owners;
    private final Tickets tickets;
    private final Subjects subjects;
    private final Works works;
    private final Network network;
    private final Templates templates;
    private final InstantSource clock;

    TicketPages(
            Owners owners,
            Tickets tickets,
            Subjects subjects,
            Works works,
            Network network,
            Templates templates,
            Clock clock) {
        this.owners = owners;
        this.tickets = tickets;
        this.subjects = subjects;
        this.works = works;
        this.network = network;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/orders/{id}/service")
    Page unit(Frame frame, @PathVariable String id) {
        return templates.page("ownedUnit", unit(frame, OrderPages.order(id), null));
    }

    @PostMapping("/orders/{id}/tickets")
    View open(
            Frame frame,
            @PathVariable String id,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String words,
            @RequestParam @Nullable String place) {
        var order = OrderPages.order(id);
        try {
            var opened = tickets.open(order, new Tickets.Report(subject, words, place), frame.asker());
            return SeeOther.to(address(order, opened.ticket().number()));
        } catch (Problem refused) {
            var here = frame.at("/orders/" + order + "/service");
            return templates.refusal("ownedUnit", unit(here, order, notice(frame.words(), refused)), 409);
        }
    }

    @GetMapping(TICKET)
    Page look(Frame frame, @PathVariable String id, @PathVariable String number) {
        return templates.page("ticket", page(frame, look(frame, OrderPages.order(id), number), null));
    }

    @PostMapping(TICKET)
    View step(
            Frame frame,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam @Nullable String words,
            @RequestParam @Nullable Integer rating) {
        var order = OrderPages.order(id);
        var ticket = look(frame, order, number).ticket().number();
        var owner = frame.asker().member();
        return after(frame, order, ticket, () -> {
            switch (step) {
                case "confirmed" -> tickets.confirm(ticket, rating, words, owner);
                case "reopened" -> tickets.reopen(ticket, words, owner);
                case "withdrawn" -> tickets.withdraw(ticket, owner);
                default -> tickets.say(ticket, words, owner);
            }
        });
    }

    /// Back to the page, which then says how things stand, or why nothing was done.
    View after(Frame frame, OrderId order, long ticket, Runnable act) {
        try {
            act.run();
            return SeeOther.to(address(order, ticket));
        } catch (Problem refused) {
            var here = frame.at(address(order, ticket));
            var now = tickets.look(ticket, frame.asker());
            return templates.refusal("ticket", page(here, now, notice(frame.words(), refused)), 409);
        }
    }

    static Notice notice(Words words, Problem refused) {
        if (refused.kind() != Problem.Kind.CONFLICT && refused.kind() != Problem.Kind.INVALID) {
            throw refused;
        }
        return Notice.of(words.say("slot.refused"), words.sayOrQuote("service.refused.", refused.code()));
    }

    static Notice unreadable(Words words) {
        return Notice.of(words.say("slot.refused"), words.say("service.refused.invalid_request"));
    }

    /// The address names both; a ticket about another unit is not there.
    private TicketHistory look(Frame frame, OrderId order, String number) {
        var ticket = tickets.look(number(number), frame.asker());
        if (!ticket.ticket().order().equals(order)) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_ticket", "There is no such ticket about this unit.");
        }
        return ticket;
    }

    static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String address(OrderId order, long ticket) {
        return "/orders/" + order + "/tickets/" + ticket;
    }

    private TicketPage page(Frame frame, TicketHistory history, @Nullable Notice notice) {
        var work = works.of(history.ticket().order(), frame.asker()).stream()
                .filter(one -> Objects.equals(one.ticket(), history.ticket().number()))
                .toList();
        return new TicketPage(
                frame, history, subjects.all(), work, Places.of(network), Map.of(), false, clock.instant(), notice);
    }

    private OwnedUnitPage unit(Frame frame, OrderId order, @Nullable Notice notice) {
        OwnedUnit unit = owners.find(order, frame.asker()).orElse(null);
        String region = unit == null ? "" : unit.region();
        ZoneId zone = Places.of(network).zone(Network.CENTRE + region);
        return new OwnedUnitPage(
                frame,
                order,
                unit,
                subjects.all(),
                tickets.workshops(region),
                tickets.of(order, frame.asker()),
                zone,
                clock.instant(),
                notice);
    }
}
