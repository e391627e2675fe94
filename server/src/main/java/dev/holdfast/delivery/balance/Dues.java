package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Settlement.Way;
import dev.holdfast.launch.settlement.Owed;
import dev.holdfast.launch.settlement.Settle;
import dev.holdfast.launch.settlement.Settlements;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a balance to what its order owes now: opens it, sets compensation off, adds what a year's end
/// costs.
///
/// Compensation is settled in transactions of its own, under the line's lock, and written here afterwards: an
/// erasure holds the line and waits for balances, so nobody who holds a balance may wait for the line.
/// Whoever dies in between writes it the next time.
final class Dues {
    /// In histories and in the audit trail.
    static final String ACTOR = "balance";

    private final BalanceStore balances;
    private final EntryStore entries;
    private final TermsStore terms;
    private final Books books;
    private final Launch launch;
    private final Settlements settlements;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final RandomGenerator random;

    Dues(
            BalanceStore balances,
            EntryStore entries,
            TermsStore terms,
            Books books,
            Launch launch,
            Settlements settlements,
            TransactionTemplate transactions,
            InstantSource clock,
            RandomGenerator random) {
        this.balances = balances;
        this.entries = entries;
        this.terms = terms;
        this.books = books;
        this.launch = launch;
        this.settlements = settlements;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /// Outside of any transaction.
    ///
    /// @return empty: its launch has no balances, or the order is not locked yet
    Optional<Row> bring(OrderId id) {
        Terms ours = terms.find(id.launch()).orElse(null);
        if (ours == null) {
            return Optional.empty();
        }
        Order order = launch.order(id, new Asker(ACTOR, true)).order();
        if (!order.live()) {
            end(id);
            return balances.find(id);
        }
        if (balances.find(id).isEmpty() && !opens(order.state())) {
            return Optional.empty();
        }
        Row row = open(order);
        if (row.state() != State.ENDED && row.handedOverAt() == null) {
            setOff(order, row);
            write(order, ours);
        }
        return balances.find(id);
    }

    private static boolean opens(OrderState state) {
        return switch (state) {
            case LOCKED, SCHEDULED, BUILT, READY -> true;
            case HELD, PLACED, DELIVERED, EXPIRED, CANCELLED -> false;
        };
    }

    private void end(OrderId id) {
        transactions.executeWithoutResult(
                status -> balances.lock(id).ifPresent(row -> books.end(row, clock.instant())));
    }

    private Row open(Order order) {
        return balances.find(order.id()).orElseGet(() -> {
            long number = balances.next();
            OrderId pay = OrderId.of(0, number, random.nextLong());
            Instant now = clock.instant();
            balances.open(number, order.id(), order.member(), pay, order.price().currency(), now);
            return balances.find(order.id()).orElseThrow();
        });
    }

    /// What fits: an amount that is larger than all there is to pay is paid out by hand.
    private void setOff(Order order, Row row) {
        for (Settlements.Standing one : settlements.of(order.id())) {
            Owed owed = one.owed();
            if (one.settlement() == null && one.live() && owed.fitsBalance() && fits(order, row, owed)) {
                try {
                    settlements.settle(
                            new Settle(
                                    order.id(),
                                    owed.number(),
                                    Way.SET_OFF,
                                    owed.amount(),
                                    RfReference.of(row.number()),
                                    ""),
                            ACTOR);
                } catch (Problem settledMeanwhile) {
                    // An operator was first, or the order left; both are read below.
                }
            }
        }
    }

    private boolean fits(Order order, Row row, Owed owed) {
        List<Entry> written = entries.of(row.number());
        long lines = written.isEmpty()
                ? order.price().amount() - order.deposit().amount()
                : written.stream().filter(Entry::isLine).mapToLong(Entry::owed).sum();
        return owed.amount().amount() <= lines;
    }

    private void write(Order order, Terms ours) {
        transactions.executeWithoutResult(status -> {
            Row row = balances.lock(order.id()).orElseThrow();
            Instant now = clock.instant();
            LocalDate today = today(order, now);
            if (row.state() != State.ENDED && row.handedOverAt() == null) {
                List<Entry> missing =
                        Owing.missing(entries.of(row.number()), order, ours, settlements.of(order.id()), today, now);
                balances.looked(row.number(), now.atZone(ZoneOffset.UTC).toLocalDate());
                if (!missing.isEmpty()) {
                    books.write(row, missing, now);
                }
            }
        });
    }

    private LocalDate today(Order order, Instant now) {
        return now.atZone(launch.look(order.launch()).definition().timeZone()).toLocalDate();
    }
}
