package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.service.ticket.Subjects;
import dev.holdfast.service.ticket.TicketDesk;
import dev.holdfast.service.ticket.TicketHistory;
import dev.holdfast.service.work.Passing;
import dev.holdfast.service.work.WorkDesk;
import java.time.Clock;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What owners reported, for those who work where it is looked at.
@Controller
class StoreTicketPages {
    private static final String TICKET = "/store/{place}/tickets/{number}";

    private final Network network;
    private final TicketDesk desk;
    private final WorkDesk work;
    private final Passing passing;
    private final Subjects subjects;
    private final Templates templates;
    private final InstantSource clock;

    StoreTicketPages(
            Network network,
            TicketDesk desk,
            WorkDesk work,
            Passing passing,
            Subjects subjects,
            Templates templates,
            Clock clock) {
        this.network = network;
        this.desk = desk;
        this.work = work;
        this.passing = passing;
        this.subjects = subjects;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/store/{place}/tickets")
    Page list(Frame frame, @PathVariable String place) {
        var clerk = StorePages.clerk(network, frame, place);
        return templates.page(
                "storeTickets",
                new StoreTicketsPage(
                        frame,
                        place,
                        Places.of(network),
                        subjects.all(),
                        desk.worklist(place, TicketDesk.MAX_PAGE, clerk),
                        clock.instant()));
    }

    @GetMapping(TICKET)
    Page look(Frame frame, @PathVariable String place, @PathVariable String number) {
        var clerk = StorePages.clerk(network, frame, place);
        return templates.page("ticket", page(frame, desk.look(TicketPages.number(number), clerk), null));
    }

    @PostMapping(TICKET)
    View step(
            Frame frame,
            @PathVariable String place,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam @Nullable String words,
            @RequestParam @Nullable String component,
            @RequestParam @Nullable String symptom,
            @RequestParam @Nullable String lot) {
        var clerk = StorePages.clerk(network, frame, place);
        long ticket = TicketPages.number(number);
        return after(frame, place, ticket, clerk, () -> {
            switch (step) {
                case "said" -> desk.say(ticket, words, clerk);
                case "diagnosed" ->
                    desk.diagnose(ticket, new TicketDesk.Diagnosis(component, symptom, lot, words), clerk);
                default -> desk.move(ticket, step, words, clerk);
            }
        });
    }

    /// Whoever passed a ticket on sees it no more: the list does not have it.
    @PostMapping(TICKET + "/pass")
    View pass(
            Frame frame,
            @PathVariable String place,
            @PathVariable String number,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String words) {
        var clerk = StorePages.clerk(network, frame, place);
        long ticket = TicketPages.number(number);
        try {
            passing.pass(ticket, to, words, clerk);
            return SeeOther.to("/store/" + place + "/tickets");
        } catch (Problem refused) {
            var address = "/store/" + place + "/tickets/" + ticket;
            return refused(frame, address, ticket, clerk, TicketPages.notice(frame.words(), refused));
        }
    }

    /// Back to the page, which then says how things stand, or why nothing was done.
    ///
    /// @param ticket 0: what was done is for none
    View after(Frame frame, String place, long ticket, String clerk, Runnable act) {
        String address = "/store/" + place + "/tickets" + (ticket == 0 ? "" : "/" + ticket);
        try {
            act.run();
            return SeeOther.to(address);
        } catch (Problem refused) {
            return refused(frame, address, ticket, clerk, TicketPages.notice(frame.words(), refused));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return refused(frame, address, ticket, clerk, TicketPages.unreadable(frame.words()));
        }
    }

    private View refused(Frame frame, String address, long ticket, String clerk, Notice notice) {
        return templates.refusal("ticket", page(frame.at(address), desk.look(ticket, clerk), notice), 409);
    }

    private TicketPage page(Frame frame, TicketHistory history, @Nullable Notice notice) {
        var orders = work.ofTicket(history.ticket().number(), frame.storing());
        var elsewhere = passing.elsewhere(history.ticket().place());
        return new TicketPage(
                frame, history, subjects.all(), orders, Places.of(network), elsewhere, true, clock.instant(), notice);
    }
}
