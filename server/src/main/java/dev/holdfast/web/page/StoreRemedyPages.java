package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.service.recall.RemedyDesk;
import dev.holdfast.service.work.RecallWorks;
import dev.holdfast.service.work.WorkDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Units that are called back, for those who remedy them where they work.
@Controller
class StoreRemedyPages {
    private static final String RECALLS = "/store/{place}/recalls";

    private final RemedyDesk desk;
    private final WorkDesk work;
    private final Network network;
    private final Templates templates;

    StoreRemedyPages(RemedyDesk desk, WorkDesk work, Network network, Templates templates) {
        this.desk = desk;
        this.work = work;
        this.network = network;
        this.templates = templates;
    }

    @GetMapping(RECALLS)
    Page due(Frame frame, @PathVariable String place) {
        return templates.page("storeRemedies", page(frame, place, null));
    }

    @PostMapping(RECALLS + "/{number}")
    View step(
            Frame frame,
            @PathVariable String place,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step) {
        var clerk = StorePages.clerk(network, frame, place);
        long order = work.look(TicketPages.number(number), clerk).number();
        try {
            switch (step) {
                case "in_work" -> work.begin(order, clerk);
                case "cancelled" -> work.cancel(order, "", clerk);
                default -> work.done(order, "", clerk);
            }
            return SeeOther.to(StoreRemediesPage.address(place));
        } catch (Problem refused) {
            var notice = TicketPages.notice(frame.words(), refused);
            var here = frame.at(StoreRemediesPage.address(place));
            return templates.refusal("storeRemedies", page(here, place, notice), 409);
        }
    }

    private StoreRemediesPage page(Frame frame, String place, @Nullable Notice notice) {
        var clerk = StorePages.clerk(network, frame, place);
        return new StoreRemediesPage(
                frame, place, Places.of(network), desk.due(place, RecallWorks.MAX_PAGE, clerk), notice);
    }
}
