package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.delivery.balance.Lenders.Confirmation;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a lender confirms what it pays for members, sees its own confirmations and takes them back. Of nobody else's
/// it sees anything.
@Controller
class LenderOwnPages {
    private static final int SHOWN = 100;

    private final Lenders lenders;
    private final Launch launch;
    private final Templates templates;

    LenderOwnPages(Lenders lenders, Launch launch, Templates templates) {
        this.lenders = lenders;
        this.launch = launch;
        this.templates = templates;
    }

    /// @param before the last one of the page before; 0: from the latest on
    @GetMapping(LenderPage.ADDRESS)
    Page loans(
            Frame frame,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(required = false) @Nullable String done) {
        var told = "confirmed".equals(done) || "withdrawn".equals(done) ? done : null;
        return templates.page("lender", page(frame, before, Typed.NOTHING, told, null));
    }

    @PostMapping(LenderPage.ADDRESS)
    View confirm(Frame frame, @RequestParam Map<String, String> form) {
        var lender = frame.partnering();
        var typed = Typed.of(form);
        try {
            var currency = typed.currency("currency");
            lenders.confirm(new Confirmation(
                    lender,
                    typed.text("reference"),
                    typed.text("confirmation"),
                    new Money(
                            typed.minor("amount", Math.max(0, currency.getDefaultFractionDigits())),
                            currency.getCurrencyCode()),
                    typed.text("signedBy")));
            return SeeOther.to(LenderPage.ADDRESS + "?done=confirmed");
        } catch (Problem refused) {
            return refusal(frame, typed, refused);
        }
    }

    @PostMapping(LenderPage.ADDRESS + "/withdraw")
    View withdraw(Frame frame, @RequestParam(defaultValue = "") String confirmation) {
        var lender = frame.partnering();
        try {
            lenders.withdraw(lender, confirmation.strip(), lender);
            return SeeOther.to(LenderPage.ADDRESS + "?done=withdrawn");
        } catch (Problem refused) {
            return refusal(frame, Typed.NOTHING, refused);
        }
    }

    private View refusal(Frame frame, Typed typed, Problem refused) {
        var notice = Typed.refusedOrUnknown(frame.words(), "desk.loan.refused", refused);
        var here = frame.at(LenderPage.ADDRESS);
        return templates.refusal("lender", page(here, 0, typed, null, notice), Typed.status(refused));
    }

    private LenderPage page(Frame frame, long before, Typed typed, @Nullable String done, @Nullable Notice notice) {
        var loans = lenders.loans(frame.partnering(), before > 0 ? before : Long.MAX_VALUE, SHOWN);
        var currencies = launch.all().stream()
                .map(one -> one.definition().currency())
                .distinct()
                .sorted()
                .toList();
        return new LenderPage(frame, loans, currencies, SHOWN, typed, done, notice);
    }
}
