package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.recall.Remedies;
import dev.holdfast.service.ticket.TicketVisits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an owner chooses when they bring what is to be looked at.
@Controller
class VisitPages {
    private static final String SLOTS = "/orders/{id}/tickets/{number}/slots";

    private final TicketVisits visits;
    private final Remedies remedies;
    private final Network network;
    private final Templates templates;

    VisitPages(TicketVisits visits, Remedies remedies, Network network, Templates templates) {
        this.visits = visits;
        this.remedies = remedies;
        this.network = network;
        this.templates = templates;
    }

    /// Letters lead here: they know the visit and no more.
    @GetMapping("/visits/{visit}")
    View visit(Frame frame, @PathVariable String visit) {
        var owner = frame.asker().member();
        var id = id(visit);
        var recall = remedies.of(id, owner);
        if (recall.isPresent()) {
            return SeeOther.to(
                    RemedyPage.address(recall.get().order(), recall.get().recall()));
        }
        var ticket = visits.of(id, owner);
        return SeeOther.to("/orders/" + ticket.order() + "/tickets/" + ticket.number() + "/slots");
    }

    /// What cannot be one is none that there is.
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return new UUID(0, 0);
        }
    }

    @GetMapping(SLOTS)
    Page look(Frame frame, @PathVariable String id, @PathVariable String number) {
        return templates.page("slots", page(frame, OrderPages.order(id), TicketPages.number(number), null));
    }

    @PostMapping(SLOTS + "/hold")
    View hold(
            Frame frame,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long slot) {
        long ticket = TicketPages.number(number);
        var owner = frame.asker().member();
        return after(frame, OrderPages.order(id), ticket, () -> visits.hold(ticket, slot, owner));
    }

    @PostMapping(SLOTS + "/confirm")
    View confirm(Frame frame, @PathVariable String id, @PathVariable String number) {
        long ticket = TicketPages.number(number);
        var owner = frame.asker().member();
        return after(frame, OrderPages.order(id), ticket, () -> visits.confirm(ticket, owner));
    }

    @PostMapping(SLOTS + "/release")
    View release(Frame frame, @PathVariable String id, @PathVariable String number) {
        long ticket = TicketPages.number(number);
        var owner = frame.asker().member();
        return after(frame, OrderPages.order(id), ticket, () -> visits.release(ticket, owner));
    }

    /// Back to the page, which then says how things stand, or why nothing was done.
    private View after(Frame frame, OrderId order, long ticket, Runnable act) {
        String address = "/orders/" + order + "/tickets/" + ticket + "/slots";
        try {
            act.run();
            return SeeOther.to(address);
        } catch (Problem refused) {
            boolean gone =
                    refused.kind() == Problem.Kind.UNKNOWN && !refused.code().equals("unknown_slot");
            if (gone || refused.code().equals("ticket_wrong_state")) {
                throw refused;
            }
            var words = frame.words();
            var notice = Notice.of(words.say("slot.refused"), words.sayOrQuote("slot.refused.", refused.code()));
            return templates.refusal("slots", page(frame.at(address), order, ticket, notice), 409);
        }
    }

    private SlotPage page(Frame frame, OrderId order, long ticket, @Nullable Notice notice) {
        var owner = frame.asker().member();
        return new SlotPage(frame, order, visits.look(ticket, owner), Places.of(network), notice, ticket);
    }
}
