package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of balances for operators: who still has to pay, what was moved for it, and what has to go back.
public final class BalanceDesk {
    public static final int MAX_PAGE = 200;

    /// Far beyond any price, and far from where sums of them would overflow.
    public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    private final BalanceStore store;
    private final EntryStore entries;
    private final RefundStore refunds;
    private final BalanceReads reads;
    private final Books books;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalanceDesk(
            BalanceStore store,
            EntryStore entries,
            RefundStore refunds,
            BalanceReads reads,
            Books books,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.entries = entries;
        this.refunds = refunds;
        this.reads = reads;
        this.books = books;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What stands on an account, such as `due`, `bank` or `unmatched`.
    public record Standing(String account, Money balance) {}

    /// @param state null: all
    /// @param after the number of the last one of the page before; 0: from the beginning
    public List<Balance> page(String slug, @Nullable State state, long after, int limit) {
        return reads.list(store.page(launch.number(slug), state, after, Math.clamp(limit, 1, MAX_PAGE)));
    }

    /// Money that still has to go back, whoever sends it.
    public List<Refund> refunds(long after, int limit) {
        return refunds.owed(after, Math.clamp(limit, 1, MAX_PAGE));
    }

    /// Somebody sent money back by hand.
    ///
    /// @param reference by which the member finds it
    /// @throws Problem UNKNOWN; CONFLICT when its provider sends it, or it was sent; INVALID
    public Refund sent(long number, String reference, String operator) {
        Words.needed("reference", reference, Words.MAX_REFERENCE);
        return Objects.requireNonNull(transactions.execute(status -> {
            RefundStore.Row row = refunds.lock(number)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.UNKNOWN, "unknown_refund", "There is no refund " + number + " of a balance."));
            if (!row.refund().byHand() || row.refund().doneAt() != null) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "refund_not_by_hand",
                        "Refund " + number + " is not to be sent by hand: "
                                + (row.refund().byHand() ? "it was sent." : "its provider gives it back."));
            }
            Instant now = clock.instant();
            refunds.done(number, reference, now);
            books.refunded(row.balance(), row.refund(), now);
            members.audit(operator, "refund_balance", row.refund().order().toString(), number + ", " + reference);
            return refunds.lock(number).orElseThrow().refund();
        }));
    }

    /// Every amount that was ever moved for an order, the oldest first; empty: it has no balance.
    public List<Entry> ledger(OrderId order) {
        return store.find(order).map(row -> entries.of(row.number())).orElse(List.of());
    }

    /// Every account that was ever moved, by currency; they add up to nothing.
    public List<Standing> accounts() {
        return entries.accounts();
    }
}
