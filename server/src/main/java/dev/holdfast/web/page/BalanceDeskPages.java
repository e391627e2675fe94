package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.BalanceDesk;
import dev.holdfast.delivery.balance.BalanceTerms;
import dev.holdfast.delivery.balance.Lenders;
import dev.holdfast.delivery.balance.Lenders.Confirmation;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where operators see who still has to pay, say what lenders pay, and state how balances of a launch are paid.
@Controller
class BalanceDeskPages {
    private static final String ONE = StaffBalancesPage.ADDRESS + "/{slug}";
    private static final String TERMS = ONE + "/terms";
    private static final int SHOWN = 100;

    private final BalanceDesk desk;
    private final BalanceTerms terms;
    private final Lenders lenders;
    private final Launch launch;
    private final Templates templates;

    BalanceDeskPages(BalanceDesk desk, BalanceTerms terms, Lenders lenders, Launch launch, Templates templates) {
        this.desk = desk;
        this.terms = terms;
        this.lenders = lenders;
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping(StaffBalancesPage.ADDRESS)
    Page launches(Frame frame) {
        frame.operating();
        var rows = launch.all().stream()
                .sorted(LaunchesPage.BY_URGENCY)
                .map(view -> new StaffBalanceLaunchesPage.Row(view, isStarted(view)))
                .toList();
        return templates.page("staffBalanceLaunches", new StaffBalanceLaunchesPage(frame, rows, desk.accounts()));
    }

    private boolean isStarted(LaunchView view) {
        return terms.of(view.slug()).isPresent();
    }

    @GetMapping(ONE)
    Page balances(
            Frame frame,
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) Balance.@Nullable State state,
            @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        var told = done == null ? null : frame.words().sayOrQuote("desk.loan.done.", done);
        return templates.page("staffBalances", page(frame, slug, state, after, Typed.NOTHING, told, null));
    }

    @PostMapping(ONE + "/loans")
    View confirm(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        frame.operating();
        var typed = Typed.of(form);
        var currency = launch.look(slug).definition().currency();
        try {
            lenders.confirm(new Confirmation(
                    typed.text("lender"),
                    typed.text("reference"),
                    typed.text("confirmation"),
                    new Money(typed.minor("amount", digits(currency)), currency),
                    typed.text("signedBy")));
            return SeeOther.to(StaffBalancesPage.address(slug) + "?done=confirmed");
        } catch (Problem refused) {
            var here = frame.at(StaffBalancesPage.address(slug));
            var notice = Typed.refusedOrUnknown(frame.words(), "desk.loan.refused", refused);
            return templates.refusal(
                    "staffBalances", page(here, slug, null, 0, typed, null, notice), Typed.status(refused));
        }
    }

    private StaffBalancesPage page(
            Frame frame,
            String slug,
            Balance.@Nullable State state,
            long after,
            Typed typed,
            @Nullable String told,
            @Nullable Notice notice) {
        var view = launch.look(slug);
        var balances = desk.page(slug, state, after, SHOWN);
        return new StaffBalancesPage(frame, view, balances, state, SHOWN, isStarted(view), typed, told, notice);
    }

    @GetMapping(TERMS)
    Page terms(Frame frame, @PathVariable String slug, @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        int digits = digits(launch.look(slug).definition().currency());
        var typed = terms.of(slug)
                .map(stated -> BalanceTermsForm.of(stated, digits))
                .orElse(Typed.NOTHING);
        return templates.page("staffBalanceTerms", terms(frame, slug, typed, done != null, null));
    }

    @PostMapping(TERMS)
    View state(Frame frame, @PathVariable String slug, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var typed = Typed.of(form);
        int digits = digits(launch.look(slug).definition().currency());
        try {
            terms.put(slug, BalanceTermsForm.terms(typed, digits), operator);
            return SeeOther.to(StaffBalanceTermsPage.address(slug) + "?done=1");
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "desk.terms.refused", refused);
            var here = frame.at(StaffBalanceTermsPage.address(slug));
            return templates.refusal(
                    "staffBalanceTerms", terms(here, slug, typed, false, notice), Typed.status(refused));
        }
    }

    private StaffBalanceTermsPage terms(Frame frame, String slug, Typed typed, boolean done, @Nullable Notice notice) {
        return new StaffBalanceTermsPage(frame, launch.look(slug), typed, BalanceTermsForm.rows(typed), done, notice);
    }

    /// Behind the point.
    static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
