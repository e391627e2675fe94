package dev.holdfast.launch.payment;

import dev.holdfast.launch.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Tells which deposits will soon be beyond giving back through their provider.
///
/// WeChat Pay refunds for a year, and the last of a long line may wait longer for delivery. Whoever is warned can give
/// a deposit back in time, lock the order with its fan, or prepare to pay back by another way.
public final class RefundDeadlines {

    /// Time enough to write to a fan and to wait for the answer.
    public static final Duration WARN_BEFORE = Duration.ofDays(30);

    static final Comparator<Warning> MOST_URGENT_FIRST = Comparator.comparing(Warning::until);

    private final PaymentProviders providers;

    public RefundDeadlines(PaymentProviders providers) {
        this.providers = providers;
    }

    /// A deposit that is held and might yet have to be given back.
    public record Held(OrderId order, String provider, String payment, Instant paidAt) {}

    /// @param until  the provider gives nothing back after this, which may have passed already
    public record Warning(Held deposit, Instant until) {

        public boolean isTooLate(Instant now) {
            return !now.isBefore(until);
        }
    }

    /// The most urgent first.
    public List<Warning> warnings(Collection<Held> deposits, Instant now) {
        return deposits.stream()
                .flatMap(this::deadline)
                .filter(warning -> !now.isBefore(warning.until().minus(WARN_BEFORE)))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    private Stream<Warning> deadline(Held deposit) {
        return providers
                .find(deposit.provider())
                .flatMap(provider -> provider.refundableUntil(deposit.paidAt()))
                .map(until -> new Warning(deposit, until))
                .stream();
    }
}
