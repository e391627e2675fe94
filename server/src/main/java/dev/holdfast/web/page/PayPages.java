package dev.holdfast.web.page;

import dev.holdfast.delivery.balance.BalancePayments;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.launch.payment.SandboxSimulator;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// From the pay button to the provider, and the counter of the provider that deals in play money.
@Controller
class PayPages {
    private static final String COUNTER = "/sandbox/checkout/{payment}";

    private final Launch launch;
    private final Till till;
    private final OrderPageMaker maker;
    private final ObjectProvider<SandboxSimulator> sandbox;
    private final BalancePayments balances;
    private final Templates templates;

    PayPages(
            Launch launch,
            Till till,
            OrderPageMaker maker,
            ObjectProvider<SandboxSimulator> sandbox,
            BalancePayments balances,
            Templates templates) {
        this.launch = launch;
        this.till = till;
        this.maker = maker;
        this.sandbox = sandbox;
        this.balances = balances;
        this.templates = templates;
    }

    /// A checkout of ours is gone to at once; another company's is announced on a page first, which says how much and
    /// where, because a form of ours may lead nowhere but to ourselves.
    @PostMapping("/orders/{id}/pay")
    View pay(Frame frame, @PathVariable String id, @RequestParam(defaultValue = "") String way) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        if (!till.payable(order)) {
            return SeeOther.to("/orders/" + id);
        }
        var wanted = way.isEmpty() ? till.ways(order).stream().findFirst().orElse("") : way;
        return switch (till.begin(order, wanted, description(frame, order))) {
            case Checkout.Redirect redirect
            when SeeOther.isOurs(redirect.address().toString()) ->
                SeeOther.to(redirect.address().toString());
            case Checkout.Redirect redirect -> toCheckout(id, wanted);
            case Checkout.ScanCode code -> toCheckout(id, wanted);
            case Checkout.WeChatBridge bridge -> unpaid(frame, order);
            case Checkout.Refused refused -> unpaid(frame, order);
            case Checkout.Unreachable unreachable -> unpaid(frame, order);
        };
    }

    private static View toCheckout(String id, String way) {
        return SeeOther.to("/orders/" + id + "/checkout/" + way);
    }

    /// The provider knows the payment by its order and amount, so that loading this page again begins nothing new.
    @GetMapping("/orders/{id}/checkout/{way}")
    View checkout(Frame frame, @PathVariable String id, @PathVariable String way) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        if (!till.payable(order)) {
            return SeeOther.to("/orders/" + id);
        }
        return switch (till.begin(order, way, description(frame, order))) {
            case Checkout.Redirect redirect -> page(frame, order, way, redirect.address(), null);
            case Checkout.ScanCode code -> page(frame, order, way, null, QrCode.of(code.codeUrl()));
            case Checkout.WeChatBridge bridge -> unpaid(frame, order);
            case Checkout.Refused refused -> unpaid(frame, order);
            case Checkout.Unreachable unreachable -> unpaid(frame, order);
        };
    }

    /// Asked by a page that waits for the provider's word; leads on when it is here.
    @GetMapping("/orders/{id}/checkout/{way}/paid")
    ResponseEntity<Void> paid(Frame frame, @PathVariable String id) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        var answer = ResponseEntity.noContent().header(HttpHeaders.CACHE_CONTROL, "no-store");
        return till.payable(order)
                ? answer.build()
                : answer.header("HX-Redirect", "/orders/" + order.id()).build();
    }

    private Page page(Frame frame, Order order, String way, @Nullable URI leave, @Nullable QrCode code) {
        var view = launch.look(order.launch());
        return templates.page("checkout", new CheckoutPage(frame, order, view, way, leave, code));
    }

    private String description(Frame frame, Order order) {
        return OfferNames.of(launch.look(order.launch()).definition(), order.offer(), frame.words());
    }

    private Page unpaid(Frame frame, Order order) {
        return templates.refusal("order", maker.unpaid(frame.at("/orders/" + order.id()), order.id()), 503);
    }

    @GetMapping(COUNTER)
    Page counter(Frame frame, @PathVariable String payment) {
        return templates.page("counter", new CounterPage(frame, payment, request(payment)));
    }

    @PostMapping(COUNTER + "/pay")
    View payWithPlayMoney(@PathVariable String payment) {
        var request = request(payment);
        sandbox.getObject().pay(payment);
        return SeeOther.to(address(request) + "?paying=true");
    }

    /// A pledge by a card whose bank will not give what it promises.
    @PostMapping(COUNTER + "/refuse")
    View pledgeInVain(@PathVariable String payment) {
        var request = request(payment);
        sandbox.getObject().payWithACardThatWillRefuse(payment);
        return SeeOther.to(address(request) + "?paying=true");
    }

    @PostMapping(COUNTER + "/fail")
    View letItFail(@PathVariable String payment) {
        var request = request(payment);
        sandbox.getObject().fail(payment);
        return SeeOther.to(address(request));
    }

    /// Where it was begun: a provider knows what is left of an order by another id than its deposit.
    private String address(PaymentRequest request) {
        return balances.order(request.order()).map(BalancePage::address).orElse("/orders/" + request.order());
    }

    private PaymentRequest request(String payment) {
        var simulator = sandbox.getIfAvailable();
        return (simulator == null ? Optional.<PaymentRequest>empty() : simulator.find(payment))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_checkout",
                        "There is no checkout '" + payment + "'. Maybe press pay on the order's page once more."));
    }
}
