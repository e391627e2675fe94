package dev.holdfast.web;

import dev.holdfast.delivery.balance.BalancePayments;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentProvider;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.Reading;
import dev.holdfast.launch.review.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What payment providers report.
final class ProviderDoor {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderDoor.class);

    private final PaymentProviders providers;
    private final Launch launch;
    private final Reviews reviews;
    private final BalancePayments balances;
    private final InstantSource clock;

    ProviderDoor(
            PaymentProviders providers, Launch launch, Reviews reviews, BalancePayments balances, InstantSource clock) {
        this.providers = providers;
        this.launch = launch;
        this.reviews = reviews;
        this.balances = balances;
        this.clock = clock;
    }

    void event(Exchange exchange) throws IOException {
        String id = exchange.name(0);
        PaymentProvider provider = providers
                .find(id)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN, "unknown_provider", "No payment provider '" + id + "' is switched on."));
        byte[] body = exchange.body(PaymentProvider.MAX_EVENT_BYTES);
        switch (provider.read(exchange.request()::getHeader, body, clock.instant())) {
            case Reading.Verified verified -> {
                boolean ofBalance = balances.receive(id, verified.event());
                exchange.empty(ofBalance ? 204 : deposit(id, verified.event()));
            }
            case Reading.PaidWith told -> {
                reviews.paidWith(told.order(), told.instrument());
                exchange.empty(204);
            }
            case Reading.Ignored ignored -> exchange.empty(204);
            case Reading.Forged forged -> {
                LOG.warn("A webhook of {} was turned away: {}", id, forged.reason());
                throw new Problem(
                        Problem.Kind.UNAUTHENTICATED, "signature_invalid", "The signature or its time does not hold.");
            }
            case Reading.Malformed malformed ->
                throw new Problem(Problem.Kind.MALFORMED, "malformed_event", malformed.reason());
        }
    }

    private int deposit(String provider, PaymentEvent event) {
        reviews.paid(event);
        return launch.receive(provider, event) == Receipt.UNMATCHED ? 202 : 204;
    }
}
