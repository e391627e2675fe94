package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.delivery.balance.BalancePayments;
import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.balance.Buyer;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.member.mail.Site;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where a member sees what is left to pay, pays it, and says who stands on the tax document.
@Controller
class BalancePages {
    private static final String BALANCE = "/orders/{id}/balance";

    private final Balances balances;
    private final BalancePayments payments;
    private final Launch launch;
    private final Till till;
    private final Site site;
    private final Templates templates;

    BalancePages(
            Balances balances, BalancePayments payments, Launch launch, Till till, Site site, Templates templates) {
        this.balances = balances;
        this.payments = payments;
        this.launch = launch;
        this.till = till;
        this.site = site;
        this.templates = templates;
    }

    @GetMapping(BALANCE)
    Page look(Frame frame, @PathVariable String id, @RequestParam(required = false) @Nullable String paying) {
        return templates.page("balance", page(frame, OrderPages.order(id), paying != null, null));
    }

    @PostMapping(BALANCE + "/buyer")
    View buyer(
            Frame frame,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String taxNumber,
            @RequestParam(defaultValue = "") String address) {
        var order = OrderPages.order(id);
        try {
            balances.buyer(order, new Buyer(name.strip(), taxNumber.strip(), address.strip()), frame.asker());
            return SeeOther.to(BalancePage.address(order) + "#buyer");
        } catch (Problem refused) {
            var notice = Typed.refused(frame.words(), "balance.refused", refused);
            var here = frame.at(BalancePage.address(order));
            return templates.refusal("balance", page(here, order, false, notice), Typed.status(refused));
        }
    }

    /// A checkout of ours is gone to at once; another company's is announced on a page first, because a form of ours
    /// may lead nowhere but to ourselves.
    @PostMapping(BALANCE + "/pay")
    View pay(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String way) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        var request = request(frame, order);
        if (request == null) {
            return SeeOther.to(BalancePage.address(order.id()));
        }
        return switch (till.begin(order.launch(), way, request)) {
            case Checkout.Redirect(URI to) when SeeOther.isOurs(to.toString()) -> SeeOther.to(to.toString());
            case Checkout.Redirect redirect -> toCheckout(order, way);
            case Checkout.ScanCode code -> toCheckout(order, way);
            case Checkout.WeChatBridge bridge -> unreachable(frame, order);
            case Checkout.Refused refused -> unreachable(frame, order);
            case Checkout.Unreachable unreachable -> unreachable(frame, order);
        };
    }

    private static View toCheckout(Order order, String way) {
        return SeeOther.to(BalancePage.address(order.id()) + "/checkout/" + way);
    }

    /// The provider knows the payment by its balance and amount, so that loading this page again begins nothing new.
    @GetMapping(BALANCE + "/checkout/{way}")
    View checkout(Frame frame, @PathVariable String id, @PathVariable String way) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        var request = request(frame, order);
        if (request == null) {
            return SeeOther.to(BalancePage.address(order.id()));
        }
        return switch (till.begin(order.launch(), way, request)) {
            case Checkout.Redirect redirect -> checkout(frame, order, request, way, redirect.address(), null);
            case Checkout.ScanCode code -> checkout(frame, order, request, way, null, QrCode.of(code.codeUrl()));
            case Checkout.WeChatBridge bridge -> unreachable(frame, order);
            case Checkout.Refused refused -> unreachable(frame, order);
            case Checkout.Unreachable unreachable -> unreachable(frame, order);
        };
    }

    /// Asked by a page that waits for the provider's word; leads on when it is here.
    @GetMapping(BALANCE + "/checkout/{way}/paid")
    ResponseEntity<Void> paid(Frame frame, @PathVariable String id) {
        var order = OrderPages.order(id);
        boolean open = balances.find(order, frame.asker())
                .filter(balance -> balance.state() == Balance.State.OPEN)
                .isPresent();
        var answer = ResponseEntity.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
        return open
                ? answer.build()
                : answer.header("HX-Redirect", BalancePage.address(order)).build();
    }

    private Page checkout(
            Frame frame, Order order, PaymentRequest request, String way, @Nullable URI leave, @Nullable QrCode code) {
        return templates.page(
                "balanceCheckout",
                new BalanceCheckoutPage(frame, order.id(), request.description(), request.deposit(), way, leave, code));
    }

    private @Nullable PaymentRequest request(Frame frame, Order order) {
        var back = site.address().resolve(BalancePage.address(order.id()) + "?paying=true");
        return payments.request(order.id(), frame.asker(), what(frame, order), back)
                .orElse(null);
    }

    private String what(Frame frame, Order order) {
        return OfferNames.of(launch.look(order.launch()).definition(), order.offer(), frame.words());
    }

    private Page unreachable(Frame frame, Order order) {
        var words = frame.words();
        var notice = Notice.of(words.say("balance.refused"), words.say("balance.refused.unreachable"));
        var here = frame.at(BalancePage.address(order.id()));
        return templates.refusal("balance", page(here, order.id(), false, notice), 503);
    }

    private BalancePage page(Frame frame, OrderId id, boolean paying, @Nullable Notice notice) {
        var order = launch.order(id, frame.asker()).order();
        var balance = balances.find(id, frame.asker()).orElse(null);
        var open = balance != null && balance.state() == Balance.State.OPEN ? balance.left() : null;
        return new BalancePage(
                frame,
                order,
                what(frame, order),
                balance,
                balance == null ? null : balances.terms(id).orElse(null),
                launch.look(order.launch()).definition().timeZone(),
                open == null ? List.of() : till.ways(order.launch(), open),
                paying && open != null,
                notice);
    }
}
