package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BalanceDesk;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.balance.Credits;
import dev.holdfast.delivery.balance.Credits.Credit;
import dev.holdfast.delivery.balance.TaxDesk;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The file of one balance, and what an operator credits or takes back.
@Controller
class BalanceFilePages {
    private static final String HERE = "/operator/orders/{id}/balance";

    private final Balances balances;
    private final BalanceDesk desk;
    private final Credits credits;
    private final TaxDesk tax;
    private final Launch launch;
    private final Templates templates;

    BalanceFilePages(
            Balances balances, BalanceDesk desk, Credits credits, TaxDesk tax, Launch launch, Templates templates) {
        this.balances = balances;
        this.desk = desk;
        this.credits = credits;
        this.tax = tax;
        this.launch = launch;
        this.templates = templates;
    }

    @GetMapping(HERE)
    Page look(Frame frame, @PathVariable String id, @RequestParam(required = false) @Nullable String done) {
        frame.operating();
        var told = done == null ? null : frame.words().sayOrQuote("desk.credit.done.", done);
        return templates.page("staffBalance", page(frame, OrderPages.order(id), Typed.NOTHING, told, null));
    }

    /// The same document again is the same credit, so that a form sent twice takes off once.
    @PostMapping(HERE + "/credits")
    View credit(Frame frame, @PathVariable String id, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var order = OrderPages.order(id);
        var currency = launch.order(order, frame.asker()).order().price().currency();
        return done(frame, order, "taken", Typed.of(form), typed -> {
            var amount = new Money(typed.minor("amount", BalanceDeskPages.digits(currency)), currency);
            var kind = typed.one("kind", Credit.Kind.class);
            credits.take(order, new Credit(kind, typed.text("source"), amount, typed.text("detail")), operator);
        });
    }

    @PostMapping(HERE + "/credits/withdraw")
    View withdraw(Frame frame, @PathVariable String id, @RequestParam Map<String, String> form) {
        var operator = frame.operating();
        var order = OrderPages.order(id);
        return done(
                frame,
                order,
                "withdrawn",
                Typed.of(form),
                typed -> credits.withdraw(order, typed.one("kind", Credit.Kind.class), typed.text("source"), operator));
    }

    private View done(Frame frame, OrderId order, String word, Typed typed, Consumer<Typed> act) {
        try {
            act.accept(typed);
            return SeeOther.to(StaffBalancePage.address(order) + "?done=" + word);
        } catch (Problem refused) {
            var notice = Typed.refusedOrUnknown(frame.words(), "desk.credit.refused", refused);
            var here = frame.at(StaffBalancePage.address(order));
            return templates.refusal("staffBalance", page(here, order, typed, null, notice), Typed.status(refused));
        }
    }

    private StaffBalancePage page(
            Frame frame, OrderId id, Typed typed, @Nullable String told, @Nullable Notice notice) {
        var order = launch.order(id, frame.asker()).order();
        var view = launch.look(order.launch());
        var what = OfferNames.of(view.definition(), order.offer(), frame.words());
        var zone = view.definition().timeZone();
        var terms = balances.terms(id).orElse(null);
        var lines = terms == null
                ? null
                : balances.find(id, frame.asker())
                        .map(balance -> new BalanceLines(
                                frame.words(), order, what, balance, terms, zone, BalanceLines.OPERATOR))
                        .orElse(null);
        return new StaffBalancePage(frame, view, order, lines, desk.ledger(id), tax.of(id), typed, told, notice);
    }
}
