package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.service.work.WorkOrder;
import dev.holdfast.service.work.Works;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// An owner's yes or no to what they would have to pay.
@Controller
class WorkPages {
    private final Works works;
    private final TicketPages tickets;

    WorkPages(Works works, TicketPages tickets) {
        this.works = works;
        this.tickets = tickets;
    }

    @PostMapping("/orders/{id}/work-orders/{number}")
    View answer(
            Frame frame,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step) {
        var order = OrderPages.order(id);
        var owner = frame.asker().member();
        var work = works.of(order, frame.asker()).stream()
                .filter(one -> one.number() == TicketPages.number(number))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_work_order", "There is no such work order about this unit."));
        return tickets.after(frame, order, ticket(work), () -> {
            if (step.equals("accepted")) {
                works.accept(work.number(), owner);
            } else {
                works.decline(work.number(), owner);
            }
        });
    }

    private static long ticket(WorkOrder work) {
        Long ticket = work.ticket();
        return ticket == null ? 0 : ticket;
    }
}
