package dev.holdfast.launch.payment;

import dev.holdfast.launch.payment.RefundDeadlines.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks once a day for deposits that their provider will soon not give back, and tells the operator: in the log, and
/// by the metric `holdfast_refunds_ending`.
///
/// It reads the whole book of orders, so not at the start, when the first fans come, but an hour later; and not at all
/// where every provider gives back for ever.
final class RefundWatch {

    /// More than an operator writes to in a day; the count then stands at the limit until some are settled.
    static final int MAX_WARNINGS = 1_000;

    private static final Duration AFTER_START = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofDays(1);

    /// Years differ by a day; what is read too early is left out by its true deadline.
    private static final Duration LEAP = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(RefundWatch.class);

    private final HeldStore store;
    private final PaymentProviders providers;
    private final RefundDeadlines deadlines;
    private Instant nextLook;
    private volatile List<Warning> warnings = List.of();

    RefundWatch(HeldStore store, PaymentProviders providers, Instant started) {
        this.store = store;
        this.providers = providers;
        this.deadlines = new RefundDeadlines(providers);
        this.nextLook = started.plus(AFTER_START);
    }

    /// As of the last look, the most urgent first.
    List<Warning> warnings() {
        return warnings;
    }

    /// Called often and from one thread.
    void lookWhenDue(Instant now) {
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(EVERY);
        warnings = look(now);
        if (!warnings.isEmpty()) {
            Warning first = warnings.getFirst();
            LOG.warn(
                    "{} deposits can be given back through their provider for 30 days at most; the first is that of"
                            + " order {}, until {}",
                    warnings.size(),
                    first.deposit().order(),
                    first.until());
        }
    }

    private List<Warning> look(Instant now) {
        return providers.all().stream()
                .flatMap(provider -> oldest(provider, now))
                .sorted(RefundDeadlines.MOST_URGENT_FIRST)
                .limit(MAX_WARNINGS)
                .toList();
    }

    private Stream<Warning> oldest(PaymentProvider provider, Instant now) {
        return provider.refundableUntil(now).stream().flatMap(until -> {
            Instant paidBefore = now.minus(Duration.between(now, until))
                    .plus(RefundDeadlines.WARN_BEFORE)
                    .plus(LEAP);
            return deadlines.warnings(store.oldest(provider.id(), paidBefore, MAX_WARNINGS), now).stream();
        });
    }
}
