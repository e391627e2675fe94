package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.launch.review.Step;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A member's orders, the page of one, and what its owner can do about it.
@Controller
class OrderPages {
    private final Launch launch;
    private final Reviews reviews;
    private final OrderPageMaker maker;
    private final Templates templates;

    OrderPages(Launch launch, Reviews reviews, OrderPageMaker maker, Templates templates) {
        this.launch = launch;
        this.reviews = reviews;
        this.maker = maker;
        this.templates = templates;
    }

    @GetMapping("/orders")
    Page mine(Frame frame) {
        var rows = launch.ordersOf(frame.asker().member()).stream()
                .map(order ->
                        new MyOrdersPage.Row(order, launch.look(order.launch()).definition()))
                .toList();
        return templates.page("orders", new MyOrdersPage(frame, rows));
    }

    @GetMapping("/orders/{id}")
    Page look(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "false") boolean paying) {
        return templates.page("order", maker.page(frame, order(id), paying));
    }

    @PostMapping("/orders/{id}/cancel")
    View cancel(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "false") boolean forfeit) {
        var order = order(id);
        return after(frame, order, launch.cancel(order, frame.asker(), forfeit));
    }

    @PostMapping("/orders/{id}/lock")
    View lock(Frame frame, @PathVariable String id) {
        var order = order(id);
        return after(frame, order, launch.lock(order, frame.asker()));
    }

    /// The reader's answer about a later window.
    @PostMapping("/orders/{id}/consent")
    View consent(Frame frame, @PathVariable String id, @RequestParam boolean keep) {
        var order = order(id);
        return after(frame, order, launch.consent(order, frame.asker(), keep));
    }

    /// The member's objection to a review, or what they want to tell before it is decided.
    @PostMapping("/orders/{id}/appeal")
    View appeal(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String text) {
        var order = order(id);
        var said = ReviewPages.said(text);
        if (!Step.fits(said)) {
            var here = frame.at("/orders/" + order);
            return templates.refusal("order", maker.refused(here, order, ReviewPages.unfit(frame.words())), 422);
        }
        return after(frame, order, reviews.appeal(order, frame.asker(), said));
    }

    /// Shows what the change would bring; changes nothing.
    @GetMapping("/orders/{id}/change")
    View preview(Frame frame, @PathVariable String id, @RequestParam String offer) {
        var order = order(id);
        var before = launch.order(order, frame.asker()).order();
        return switch (launch.previewChange(order, frame.asker(), offer)) {
            case Outcome.Done done ->
                templates.page("change", new ChangePage(frame, launch.look(before.launch()), before, done.order()));
            case Outcome.Replayed replayed -> SeeOther.to("/orders/" + id);
            case Outcome.Refused refused -> refused(frame, order, refused.refusal());
        };
    }

    @PostMapping("/orders/{id}/change")
    View change(Frame frame, @PathVariable String id, @RequestParam String offer) {
        var order = order(id);
        return after(frame, order, launch.change(order, frame.asker(), offer));
    }

    private View after(Frame frame, OrderId order, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> SeeOther.to("/orders/" + order);
            case Outcome.Replayed replayed -> SeeOther.to("/orders/" + order);
            case Outcome.Refused refused -> refused(frame, order, refused.refusal());
        };
    }

    private View refused(Frame frame, OrderId order, Refusal refusal) {
        var here = frame.at("/orders/" + order);
        return templates.refusal("order", maker.refused(here, order, refusal), 409);
    }

    static OrderId order(String id) {
        return OrderId.parse(id)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_order", "There is no order '" + id + "' that you may see."));
    }
}
