package dev.holdfast.launch.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Refunds for a year, or for ever.
record PatientProvider(String id, boolean forAYear) implements PaymentProvider {

    static final Duration YEAR = Duration.ofDays(365);

    @Override
    public Optional<Instant> refundableUntil(Instant paidAt) {
        return forAYear ? Optional.of(paidAt.plus(YEAR)) : Optional.empty();
    }

    @Override
    public Checkout begin(PaymentRequest request) {
        return new Checkout.Refused("deadlines are asked of it, no payments");
    }

    @Override
    public Refunding refund(RefundRequest request) {
        return new Refunding.Refused("deadlines are asked of it, no refunds");
    }

    @Override
    public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        return new Reading.Ignored("deadlines are asked of it, no events");
    }
}
