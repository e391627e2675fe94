package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.PaymentStore.Said;
import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Writes what is owed and paid, and draws the consequence: a balance is open or settled, and what is too
/// much goes back.
///
/// Every method joins the running transaction, which holds the balance's row: so nothing is decided by a sum
/// that somebody else changes at the same time, and an amount, what follows from it and the request for the
/// tax document stand or fall together.
final class Books {
    static final String TOO_MUCH = "paid_too_much";
    static final String OVER = "order_over";

    private final BalanceStore balances;
    private final EntryStore entries;
    private final PaymentStore payments;
    private final RefundStore refunds;
    private final TaxRequests tax;
    private final Supplier<UUID> ids;

    Books(
            BalanceStore balances,
            EntryStore entries,
            PaymentStore payments,
            RefundStore refunds,
            TaxRequests tax,
            Supplier<UUID> ids) {
        this.balances = balances;
        this.entries = entries;
        this.payments = payments;
        this.refunds = refunds;
        this.tax = tax;
        this.ids = ids;
    }

    /// Less than nothing: too much was paid.
    long owed(Row row) {
        return entries.owed(row.number());
    }

    void write(Row row, List<Entry> more, Instant now) {
        more.forEach(entry -> entries.append(row.number(), entry));
        weigh(row, now);
    }

    /// Books a payment, once.
    ///
    /// @param from where its money is
    /// @return empty: it was booked before
    Optional<Payment> take(Row row, Said said, Account from, Instant now) {
        if (payments.known(said.way(), said.toldBy(), said.reference()).isPresent()) {
            return Optional.empty();
        }
        Payment payment = payments.add(row.number(), said, now);
        entries.append(
                row.number(),
                new Entry(from, Account.DUE, said.amount(), now, Entry.PAYMENT, said.reference(), said.toldBy()));
        weigh(row, now);
        return Optional.of(payment);
    }

    /// The lender takes its word back.
    void withdraw(Row row, Payment payment, Instant now) {
        payments.state(payment.number(), Payment.State.WITHDRAWN);
        entries.append(
                row.number(),
                new Entry(
                        Account.DUE,
                        payment.account(),
                        payment.amount(),
                        now,
                        Entry.WITHDRAWN,
                        payment.reference(),
                        payment.toldBy()));
        weigh(row, now);
    }

    /// The order is over: nothing is owed any more, and all that was paid goes back.
    void end(Row row, Instant now) {
        if (row.state() == State.ENDED) {
            return;
        }
        List<Entry> back = new ArrayList<>();
        entries.of(row.number()).stream().filter(Entry::isLine).forEach(line -> back.add(line.reversed(now, OVER)));
        back.forEach(entry -> entries.append(row.number(), entry));
        balances.state(row.number(), State.ENDED, now);
        tax.cancel(row.number(), now);
        giveBack(row, -owed(row), OVER, now);
    }

    /// What a refund was of has arrived.
    void refunded(long balance, Refund refund, Instant now) {
        entries.append(
                balance,
                new Entry(
                        Account.REFUNDING, Account.REFUNDED, refund.amount(), now, Entry.REFUND, refund.payment(), ""));
    }

    private void weigh(Row row, Instant now) {
        long owed = owed(row);
        if (owed < 0) {
            giveBack(row, -owed, row.state() == State.ENDED ? OVER : TOO_MUCH, now);
        }
        if (row.state() == State.ENDED) {
            return;
        }
        State state = owed > 0 ? State.OPEN : State.SETTLED;
        if (state != row.state()) {
            balances.state(row.number(), state, now);
        }
        if (state == State.SETTLED) {
            tax.settled(row, now);
        }
    }

    /// The way it came, the last payment first: a provider gives back whole payments only.
    private void giveBack(Row row, long over, String cause, Instant now) {
        Map<Long, Long> gone = new HashMap<>(refunds.byPayment(row.number()));
        long rest = over;
        for (Payment payment : payments.of(row.number()).reversed()) {
            long amount = payment.amount().amount();
            long there = amount - gone.getOrDefault(payment.number(), 0L);
            long back = Math.min(rest, there);
            if (payment.state() == Payment.State.TAKEN && back > 0) {
                boolean byHand = payment.way() != Payment.Way.PROVIDER || back < amount;
                refunds.add(ids.get(), row.number(), payment, back, byHand, cause, now);
                entries.append(
                        row.number(),
                        new Entry(
                                Account.DUE,
                                Account.REFUNDING,
                                new Money(back, row.currency()),
                                now,
                                Entry.REFUND,
                                payment.reference(),
                                cause));
                if (back == there) {
                    payments.state(payment.number(), Payment.State.GOING_BACK);
                }
                rest -= back;
            }
        }
    }
}
