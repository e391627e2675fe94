package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.service.ticket.OverdueTickets;
import dev.holdfast.service.ticket.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Late answers, for the office.
@Controller
class OverduePages {
    private final OverdueTickets overdue;
    private final Subjects subjects;
    private final Network network;
    private final Templates templates;

    OverduePages(OverdueTickets overdue, Subjects subjects, Network network, Templates templates) {
        this.overdue = overdue;
        this.subjects = subjects;
        this.network = network;
        this.templates = templates;
    }

    @GetMapping("/operator/overdue")
    Page list(Frame frame, @RequestParam @Nullable String place) {
        frame.operating();
        var found = overdue.all(place, OverdueTickets.MAX_PAGE);
        var part = new OverduePart(frame.words(), found, subjects.all(), Places.of(network), true);
        return templates.page("staffOverdue", new StaffOverduePage(frame, place, part));
    }
}
