package dev.holdfast.web.page;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.Checkout;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.PaymentRequest;
import java.net.URI;

/// Begins payments with the first provider that a launch may use.
final class Till {
    private final PaymentProviders providers;
    private final boolean sampleWorld;

    Till(PaymentProviders providers, boolean sampleWorld) {
        this.providers = providers;
        this.sampleWorld = sampleWorld;
    }

    Checkout begin(Order order, String description) {
        var offered = providers.offered(sampleWorld);
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
