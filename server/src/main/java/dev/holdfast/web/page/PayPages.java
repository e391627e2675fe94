package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentRequest;
import dev.holdfast.launch.payment.SandboxSimulator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// From the pay button to the provider, and the counter of the provider that deals in play money.
@Controller
class PayPages {
    private static final String COUNTER = "/sandbox/checkout/{payment}";

    private final Launch launch;
    private final Till till;
    private final OrderPageMaker maker;
    private final ObjectProvider<SandboxSimulator> sandbox;
    private final Templates templates;

    PayPages(
            Launch launch,
            Till till,
            OrderPageMaker maker,
            ObjectProvider<SandboxSimulator> sandbox,
            Templates templates) {
        this.launch = launch;
        this.till = till;
        this.maker = maker;
        this.sandbox = sandbox;
        this.templates = templates;
    }

    @PostMapping("/orders/{id}/pay")
    View pay(Frame frame, @PathVariable String id) {
        var order = launch.order(OrderPages.order(id), frame.asker()).order();
        if (order.state() != OrderState.HELD) {
            return SeeOther.to("/orders/" + id);
        }
        var view = launch.look(order.launch());
        var description = OfferNames.of(view.definition(), order.offer(), frame.words());
        // The other forms of checkout need a form of their own on the page, which comes with their providers.
        return till.begin(order, description) instanceof Checkout.Redirect redirect
                ? SeeOther.to(redirect.address().toString())
                : templates.refusal("order", maker.unpaid(frame.at("/orders/" + id), order.id()), 503);
    }

    @GetMapping(COUNTER)
    Page counter(Frame frame, @PathVariable String payment) {
        return templates.page("counter", new CounterPage(frame, payment, request(payment)));
    }

    @PostMapping(COUNTER + "/pay")
    View payWithPlayMoney(@PathVariable String payment) {
        var request = request(payment);
        sandbox.getObject().pay(payment);
        return SeeOther.to(request.returnTo().toString());
    }

    @PostMapping(COUNTER + "/fail")
    View letItFail(@PathVariable String payment) {
        var request = request(payment);
        sandbox.getObject().fail(payment);
        return SeeOther.to("/orders/" + request.order());
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
