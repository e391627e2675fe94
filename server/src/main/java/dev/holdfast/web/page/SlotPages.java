package dev.holdfast.web.page;

import dev.holdfast.delivery.handover.HandOvers;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.slot.Slots;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where an owner chooses when they take over what arrived, and sees how it was handed over.
@Controller
class SlotPages {
    private static final String SLOTS = "/orders/{id}/slots";
    private static final String HAND_OVER = "/orders/{id}/handover";

    private final Slots slots;
    private final HandOvers handOvers;
    private final Network network;
    private final Templates templates;

    SlotPages(Slots slots, HandOvers handOvers, Network network, Templates templates) {
        this.slots = slots;
        this.handOvers = handOvers;
        this.network = network;
        this.templates = templates;
    }

    @GetMapping(SLOTS)
    Page look(Frame frame, @PathVariable String id) {
        return templates.page("slots", page(frame, OrderPages.order(id), null));
    }

    @PostMapping(SLOTS + "/hold")
    View hold(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "0") long slot) {
        var order = OrderPages.order(id);
        return after(frame, order, () -> slots.hold(order, slot, frame.asker()));
    }

    @PostMapping(SLOTS + "/confirm")
    View confirm(Frame frame, @PathVariable String id) {
        var order = OrderPages.order(id);
        return after(frame, order, () -> slots.confirm(order, frame.asker()));
    }

    @PostMapping(SLOTS + "/release")
    View release(Frame frame, @PathVariable String id) {
        var order = OrderPages.order(id);
        return after(frame, order, () -> slots.release(order, frame.asker()));
    }

    @GetMapping(HAND_OVER)
    Page record(Frame frame, @PathVariable String id) {
        return templates.page("handover", record(frame, OrderPages.order(id), null));
    }

    @PostMapping(HAND_OVER + "/confirm")
    View received(Frame frame, @PathVariable String id) {
        var order = OrderPages.order(id);
        try {
            handOvers.confirm(order, frame.asker());
            return SeeOther.to("/orders/" + order + "/handover");
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.CONFLICT) {
                throw refused;
            }
            var here = frame.at("/orders/" + order + "/handover");
            return templates.refusal("handover", record(here, order, refused(frame.words(), refused)), 409);
        }
    }

    @GetMapping(HAND_OVER + "/photos/{photo}")
    ResponseEntity<byte[]> photo(Frame frame, @PathVariable String id, @PathVariable String photo) {
        return PhotoAnswer.answer(handOvers.photo(OrderPages.order(id), photo, frame.asker()));
    }

    private HandOverPage record(Frame frame, OrderId order, @Nullable Notice notice) {
        var found = handOvers.find(order, frame.asker()).orElse(null);
        ZoneId zone = found == null ? ZoneOffset.UTC : Places.of(network).zone(found.place());
        return new HandOverPage(frame, order, found, zone, notice);
    }

    /// Back to the page, which then says how things stand, or why nothing was done.
    private View after(Frame frame, OrderId order, Runnable act) {
        try {
            act.run();
            return SeeOther.to("/orders/" + order + "/slots");
        } catch (Problem refused) {
            boolean ours =
                    refused.kind() == Problem.Kind.CONFLICT || refused.code().equals("unknown_slot");
            if (!ours) {
                throw refused;
            }
            var here = frame.at("/orders/" + order + "/slots");
            return templates.refusal("slots", page(here, order, refused(frame.words(), refused)), 409);
        }
    }

    private static Notice refused(Words words, Problem refused) {
        return Notice.of(words.say("slot.refused"), words.sayOrQuote("slot.refused.", refused.code()));
    }

    private SlotPage page(Frame frame, OrderId order, @Nullable Notice notice) {
        var choice = slots.find(order, frame.asker()).orElse(null);
        return new SlotPage(frame, order, choice, Places.of(network), notice);
    }
}
