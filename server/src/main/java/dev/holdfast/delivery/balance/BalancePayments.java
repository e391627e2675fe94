package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.PaymentStore.Said;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent;
import dev.holdfast.launch.payment.PaymentRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of balances for payment providers.
///
/// A provider knows a balance by an order id of no launch, so that what it reports of a balance is never
/// taken for a deposit, and the other way round, and no provider has to know that there are two.
public final class BalancePayments {
    /// A checkout may be left open over night; the day is in it and not the minute, so that asking again is
    /// the same.
    private static final Duration OPEN = Duration.ofDays(2);

    private final BalanceStore store;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final Books books;
    private final Balances balances;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalancePayments(
            BalanceStore store,
            PaymentStore payments,
            RefundStore refunds,
            Books books,
            Balances balances,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.payments = payments;
        this.refunds = refunds;
        this.books = books;
        this.balances = balances;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What to ask a provider for; empty when nothing is left to pay.
    ///
    /// @param returnTo the page on which the member waits for the provider's word
    public Optional<PaymentRequest> request(OrderId order, Asker asker, String description, URI returnTo) {
        return balances.find(order, asker)
                .filter(balance -> balance.state() == State.OPEN)
                .map(balance -> new PaymentRequest(
                        store.find(order).orElseThrow().pay(),
                        balance.left(),
                        description,
                        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(OPEN),
                        returnTo,
                        null,
                        attempts(balance)));
    }

    /// What was paid before makes the next a payment of its own, though it may be of the same amount.
    private static int attempts(Balance balance) {
        return (int) balance.payments().stream()
                .filter(payment -> payment.way() == Payment.Way.PROVIDER)
                .count();
    }

    /// Whose payment page it is; empty: no balance of ours.
    public Optional<OrderId> order(OrderId pay) {
        return store.paidAs(pay).flatMap(store::find).map(Row::order);
    }

    /// Takes what a provider reports, once. Durable when it returns.
    ///
    /// @return false: it is about no balance, or in another currency, and somebody else has to take it
    public boolean receive(String provider, PaymentEvent event) {
        Long number = OrderId.parse(event.order())
                .filter(id -> id.launch() == 0)
                .flatMap(store::paidAs)
                .orElse(null);
        if (number == null) {
            return false;
        }
        return Boolean.TRUE.equals(transactions.execute(status -> {
            Row row = store.lock(number).orElseThrow();
            boolean fits = row.currency().equals(event.currency()) && event.amount() > 0;
            if (fits && payments.hear(provider, event.webhookId(), clock.instant())) {
                book(row, provider, event, clock.instant());
            }
            return fits;
        }));
    }

    private void book(Row row, String provider, PaymentEvent event, Instant now) {
        switch (event.kind()) {
            case SUCCEEDED ->
                books.take(
                        row,
                        new Said(
                                Payment.Way.PROVIDER,
                                provider,
                                event.payment(),
                                new Money(event.amount(), event.currency()),
                                ""),
                        Account.PROVIDER,
                        now);
            case REFUNDED ->
                refunds.lock(provider, event.payment())
                        .filter(refund -> refunds.done(refund.refund().number(), "", now))
                        .ifPresent(refund -> books.refunded(refund.balance(), refund.refund(), now));
            case REFUND_FAILED ->
                refunds.lock(provider, event.payment())
                        .ifPresent(refund ->
                                refunds.byHand(refund.refund().number(), "the provider could not carry it out"));
            case FAILED, AUTHORISED, VOIDED, CAPTURE_REFUSED -> {
                // No money moves by it.
            }
        }
    }
}
