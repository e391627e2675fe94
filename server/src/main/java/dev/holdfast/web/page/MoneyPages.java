package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.payment.RefundDesk;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Money that somebody has to look after: what came and fits no order, and what is on its way back.
@Controller
class MoneyPages {
    private static final int SHOWN = 100;

    private final Launch launch;
    private final RefundDesk refunds;
    private final Templates templates;

    MoneyPages(Launch launch, RefundDesk refunds, Templates templates) {
        this.launch = launch;
        this.refunds = refunds;
        this.templates = templates;
    }

    @GetMapping("/operator/payments")
    Page unmatched(Frame frame, @RequestParam(defaultValue = "0") long after) {
        frame.operating();
        return templates.page("staffUnmatched", new StaffUnmatchedPage(frame, launch.unmatched(after, SHOWN), SHOWN));
    }

    @GetMapping("/operator/refunds")
    Page refunds(Frame frame, @RequestParam(required = false) @Nullable String retried) {
        frame.operating();
        return templates.page(
                "staffRefunds",
                new StaffRefundsPage(frame, refunds.open(RefundDesk.MAX_PAGE), RefundDesk.MAX_PAGE, retried != null));
    }

    @PostMapping("/operator/refunds/{id}/retry")
    View retry(Frame frame, @PathVariable String id) {
        var operator = frame.operating();
        refunds.retry(refund(id), operator);
        return SeeOther.to("/operator/refunds?retried=1");
    }

    private static UUID refund(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(
                    Problem.Kind.UNKNOWN, "unknown_refund", "There is no refund '" + id + "'.", List.of(), notAnId);
        }
    }
}
