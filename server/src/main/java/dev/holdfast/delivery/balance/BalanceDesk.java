package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of balances for operators: who still has to pay, what goes off it, and what has to go back.
public final class BalanceDesk {
    public static final int MAX_PAGE = 200;

    /// Far beyond any price, and far from where sums of them would overflow.
    public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    private final BalanceStore store;
    private final EntryStore entries;
    private final RefundStore refunds;
    private final TaxStore tax;
    private final BalanceReads reads;
    private final Books books;
    private final Dues dues;
    private final Launch launch;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    BalanceDesk(
            BalanceStore store,
            EntryStore entries,
            RefundStore refunds,
            TaxStore tax,
            BalanceReads reads,
            Books books,
            Dues dues,
            Launch launch,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.entries = entries;
        this.refunds = refunds;
        this.tax = tax;
        this.reads = reads;
        this.books = books;
        this.dues = dues;
        this.launch = launch;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Something that goes off what a member has to pay.
    ///
    /// @param source the document or the act that it comes from: the same again is the same credit
    /// @param detail in words for the member; may be empty
    public record Credit(Kind kind, String source, Money amount, String detail) {
        public enum Kind {
            SUBSIDY,
            POINTS,
            OTHER_CREDIT;

            String cause() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /// What stands on an account, such as `due`, `bank` or `unmatched`.
    public record Standing(String account, Money balance) {}

    /// @param state null: all
    /// @param after the number of the last one of the page before; 0: from the beginning
    public List<Balance> page(String slug, @Nullable State state, long after, int limit) {
        return reads.list(store.page(launch.number(slug), state, after, Math.clamp(limit, 1, MAX_PAGE)));
    }

    /// Takes a credit off a balance, once.
    ///
    /// @throws Problem UNKNOWN when the order has no balance; CONFLICT when it is over, when another credit
    ///     has this source, or when it is more than there is to pay; INVALID
    public Balance credit(OrderId order, Credit credit, String actor) {
        Words.needed("source", credit.source(), Words.MAX_REFERENCE);
        Words.perhaps("detail", credit.detail(), Words.MAX_REFERENCE);
        if (credit.amount().amount() <= 0 || credit.amount().amount() > MAX_AMOUNT) {
            throw Words.invalid("amount", Long.toString(credit.amount().amount()), "must be more than nothing");
        }
        if (dues.bring(order).isEmpty()) {
            throw Balances.none(order);
        }
        transactions.executeWithoutResult(status -> {
            Row row = store.lock(order).orElseThrow(() -> Balances.none(order));
            if (row.state() == State.ENDED) {
                throw Balances.ended(order);
            }
            if (isNew(row, credit)) {
                write(row, credit);
                members.audit(
                        actor,
                        "credit_balance",
                        order.toString(),
                        credit.kind().cause() + ", " + credit.amount().amount() + " "
                                + credit.amount().currency() + ", " + credit.source());
            }
        });
        return reads.look(store.find(order).orElseThrow());
    }

    private boolean isNew(Row row, Credit credit) {
        Entry before = entries.of(row.number()).stream()
                .filter(entry -> entry.cause().equals(credit.kind().cause())
                        && entry.source().equals(credit.source()))
                .findFirst()
                .orElse(null);
        if (before != null && !before.amount().equals(credit.amount())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "credit_differs",
                    "'" + credit.source() + "' was credited with "
                            + before.amount().amount() + " " + row.currency()
                            + " before. Give this one a source of its own.");
        }
        return before == null;
    }

    private void write(Row row, Credit credit) {
        long lines = entries.of(row.number()).stream()
                .filter(Entry::isLine)
                .mapToLong(Entry::owed)
                .sum();
        if (!credit.amount().currency().equals(row.currency())
                || credit.amount().amount() > lines) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "credit_exceeds_balance",
                    "There are " + lines + " " + row.currency() + " to pay, paid or not; a credit cannot be more.");
        }
        Instant now = clock.instant();
        Entry entry = new Entry(
                Account.valueOf(credit.kind().name()),
                Account.DUE,
                credit.amount(),
                now,
                credit.kind().cause(),
                credit.source(),
                credit.detail());
        books.write(row, List.of(entry), now);
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

    /// Every account that was ever moved, by currency; they add up to nothing.
    public List<Standing> accounts() {
        return entries.accounts();
    }

    /// What is to be issued elsewhere, from a number on.
    public List<TaxRequest> taxRequests(long after, int limit) {
        return tax.page(after, Math.clamp(limit, 1, MAX_PAGE));
    }
}
