package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.payment.RefundRequest;
import dev.holdfast.launch.payment.Refunding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks providers to give back what was paid too much, under no lock. That it arrived is learned from their
/// webhooks alone; one that is not reported within a day is asked for again, and a provider makes the same
/// refund asked twice one.
final class BalanceRefunds {
    static final int BATCH = 16;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final Duration CONFIRM_WITHIN = Duration.ofDays(1);
    private static final int MAX_ATTEMPTS = 100;

    private final RefundStore store;
    private final PaymentProviders providers;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalanceRefunds(
            RefundStore store, PaymentProviders providers, TransactionTemplate transactions, InstantSource clock) {
        this.store = store;
        this.providers = providers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many were due
    int sendDue() {
        List<Long> due =
                Objects.requireNonNull(transactions.execute(status -> store.lease(BATCH, clock.instant(), LEASE)));
        due.forEach(this::send);
        return due.size();
    }

    private void send(long number) {
        RefundStore.Row row = Objects.requireNonNull(
                transactions.execute(status -> store.lock(number).orElseThrow()));
        Instant now = clock.instant();
        switch (ask(row)) {
            case Refunding.Accepted() -> store.again(number, now.plus(CONFIRM_WITHIN), "");
            case Refunding.Refused(String reason) -> store.byHand(number, reason);
            case Refunding.Unreachable(String reason)
            when row.attempts() >= MAX_ATTEMPTS -> store.byHand(number, reason);
            case Refunding.Unreachable(String reason) -> store.again(number, now.plus(WAIT), reason);
        }
    }

    private Refunding ask(RefundStore.Row row) {
        Money whole = row.refund().amount();
        RefundRequest request = new RefundRequest(
                row.id(), row.pay(), row.refund().payment(), whole, row.refund().cause());
        try {
            return providers
                    .find(row.provider())
                    .map(provider -> provider.refund(request))
                    .orElseGet(() -> new Refunding.Unreachable(
                            "The provider " + row.provider() + " is switched off. Maybe give its keys back."));
        } catch (RuntimeException fault) {
            return new Refunding.Unreachable("The provider " + row.provider() + " failed: " + fault);
        }
    }
}
