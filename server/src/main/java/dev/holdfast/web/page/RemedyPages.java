package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Network;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.service.recall.Remedies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an owner chooses when and where their unit is remedied.
@Controller
class RemedyPages {
    private static final String REMEDY = "/orders/{id}/recalls/{number}";

    private final Remedies remedies;
    private final Network network;
    private final Templates templates;

    RemedyPages(Remedies remedies, Network network, Templates templates) {
        this.remedies = remedies;
        this.network = network;
        this.templates = templates;
    }

    private interface Act {
        void on(OrderId order, int recall, String owner);
    }

    @GetMapping(REMEDY)
    Page look(Frame frame, @PathVariable String id, @PathVariable String number) {
        return templates.page("remedy", page(frame, OrderPages.order(id), recall(number), null));
    }

    @PostMapping(REMEDY + "/book")
    View book(
            Frame frame,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") long slot) {
        return after(frame, id, number, (order, recall, owner) -> remedies.book(order, recall, slot, owner));
    }

    @PostMapping(REMEDY + "/release")
    View release(Frame frame, @PathVariable String id, @PathVariable String number) {
        return after(frame, id, number, remedies::release);
    }

    /// Back to the page, which then says how things stand, or why nothing was done.
    private View after(Frame frame, String id, String number, Act act) {
        var order = OrderPages.order(id);
        int recall = recall(number);
        var address = RemedyPage.address(order, recall);
        try {
            act.on(order, recall, frame.asker().member());
            return SeeOther.to(address);
        } catch (Problem refused) {
            boolean ours =
                    refused.kind() == Problem.Kind.CONFLICT || refused.code().equals("unknown_slot");
            if (!ours || List.of("not_delivered", "not_called_back").contains(refused.code())) {
                throw refused;
            }
            var words = frame.words();
            var notice = Notice.of(words.say("slot.refused"), words.sayOrQuote("slot.refused.", refused.code()));
            return templates.refusal("remedy", page(frame.at(address), order, recall, notice), 409);
        }
    }

    private RemedyPage page(Frame frame, OrderId order, int recall, @Nullable Notice notice) {
        return new RemedyPage(frame, order, remedies.look(order, recall, frame.asker()), Places.of(network), notice);
    }

    private static int recall(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
