package dev.holdfast.web.page;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PaymentRequest;
import java.net.URI;
import java.util.Set;

/// Begins payments with the first provider that a launch may use.
final class Till {
    private final PaymentProviders providers;
    private final Set<String> sampleLaunches;

    Till(PaymentProviders providers, Set<String> sampleLaunches) {
        this.providers = providers;
        this.sampleLaunches = Set.copyOf(sampleLaunches);
    }

    Checkout begin(Order order, String description) {
        var offered = providers.offered(sampleLaunches.contains(order.launch()));
        if (offered.isEmpty()) {
            return new Checkout.Refused("no payment provider is switched on");
        }
        return offered.getFirst()
                .begin(new PaymentRequest(
                        order.id(), order.deposit(), description, order.payBefore(), returnTo(order.id()), null));
    }

    /// Where the fan comes back to: the provider's word may take a moment longer than the fan.
    static URI returnTo(OrderId order) {
        return URI.create("/orders/" + order + "?paying=true");
    }
}
