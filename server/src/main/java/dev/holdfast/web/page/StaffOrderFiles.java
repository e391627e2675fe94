package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.payment.RefundDesk;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.member.AuditQuery;
import dev.holdfast.member.Members;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The file of one order, and what an operator can do about it.
@Controller
class StaffOrderFiles {
    private static final int MAX_ACTS = 200;

    private final Launch launch;
    private final RefundDesk refunds;
    private final Reviews reviews;
    private final Balances balances;
    private final Members members;
    private final Templates templates;

    StaffOrderFiles(
            Launch launch,
            RefundDesk refunds,
            Reviews reviews,
            Balances balances,
            Members members,
            Templates templates) {
        this.launch = launch;
        this.refunds = refunds;
        this.reviews = reviews;
        this.balances = balances;
        this.members = members;
        this.templates = templates;
    }

    @GetMapping("/operator/orders/{id}")
    Page look(Frame frame, @PathVariable String id) {
        frame.planning();
        return templates.page("staffOrder", file(frame, OrderPages.order(id), false, null));
    }

    @PostMapping("/operator/orders/{id}/cancel")
    View cancel(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "false") boolean forfeit) {
        frame.operating();
        var order = OrderPages.order(id);
        return after(frame, order, launch.cancel(order, frame.asker(), forfeit));
    }

    @PostMapping("/operator/orders/{id}/lock")
    View lock(Frame frame, @PathVariable String id) {
        frame.operating();
        var order = OrderPages.order(id);
        return after(frame, order, launch.lock(order, frame.asker()));
    }

    private View after(Frame frame, OrderId order, Outcome outcome) {
        var address = "/operator/orders/" + order;
        return switch (outcome) {
            case Outcome.Done done -> SeeOther.to(address);
            case Outcome.Replayed replayed -> SeeOther.to(address);
            case Outcome.Refused refused ->
                templates.refusal("staffOrder", refused(frame.at(address), order, refused.refusal()), 409);
        };
    }

    private StaffOrderPage refused(Frame frame, OrderId order, Refusal refusal) {
        if (refusal instanceof Refusal.ConfirmForfeit) {
            return file(frame, order, true, null);
        }
        var view = launch.look(launch.file(order).history().order().launch());
        return file(frame, order, false, RefusalNotice.of(refusal, view, frame.words()));
    }

    private StaffOrderPage file(Frame frame, OrderId id, boolean forfeit, @Nullable Notice notice) {
        var file = launch.file(id);
        var view = launch.look(file.history().order().launch());
        var acts = members.acts(AuditQuery.of(id.toString()), MAX_ACTS).entries();
        var happenings = Happenings.of(file, refunds.of(id), acts, view.definition(), frame.words());
        boolean reviewed = frame.operator() && reviews.find(id, frame.asker()).isPresent();
        boolean balanced = frame.operator() && balances.terms(id).isPresent();
        return new StaffOrderPage(frame, view, file, happenings, reviewed, balanced, forfeit, notice);
    }
}
