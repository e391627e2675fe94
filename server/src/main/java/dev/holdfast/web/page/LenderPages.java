package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where operators see which lenders pay for whom, and take a word back for them.
@Controller
class LenderPages {
    private static final int SHOWN = 100;

    private final Lenders lenders;
    private final Templates templates;

    LenderPages(Lenders lenders, Templates templates) {
        this.lenders = lenders;
        this.templates = templates;
    }

    /// @param before the last one of the page before; 0: from the latest on
    @GetMapping(StaffLendersPage.ADDRESS)
    Page loans(
            Frame frame,
            @RequestParam(defaultValue = "") String lender,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        return templates.page("staffLenders", page(frame, lender.strip(), before, done != null, null));
    }

    @PostMapping(StaffLendersPage.ADDRESS + "/withdraw")
    View withdraw(
            Frame frame,
            @RequestParam(defaultValue = "") String lender,
            @RequestParam(defaultValue = "") String confirmation) {
        var operator = frame.operating();
        try {
            lenders.withdraw(lender.strip(), confirmation.strip(), operator);
            return SeeOther.to(StaffLendersPage.ADDRESS + "?done=1");
        } catch (Problem refused) {
            var notice = Typed.refusedOrUnknown(frame.words(), "desk.loan.refused", refused);
            var here = frame.at(StaffLendersPage.ADDRESS);
            return templates.refusal("staffLenders", page(here, "", 0, false, notice), Typed.status(refused));
        }
    }

    private StaffLendersPage page(Frame frame, String lender, long before, boolean done, @Nullable Notice notice) {
        var loans = lenders.loans(lender.isEmpty() ? null : lender, before > 0 ? before : Long.MAX_VALUE, SHOWN);
        return new StaffLendersPage(frame, loans, lender, SHOWN, done, notice);
    }
}
