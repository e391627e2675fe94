package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of credits: what goes off a balance by a document, and what of it was a mistake.
public final class Credits {
    private final BalanceStore store;
    private final EntryStore entries;
    private final BalanceReads reads;
    private final Books books;
    private final Dues dues;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Credits(
            BalanceStore store,
            EntryStore entries,
            BalanceReads reads,
            Books books,
            Dues dues,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.entries = entries;
        this.reads = reads;
        this.books = books;
        this.dues = dues;
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

            public String cause() {
                return name().toLowerCase(Locale.ROOT);
            }

            Account account() {
                return Account.valueOf(name());
            }
        }
    }

    /// Takes a credit off a balance, once.
    ///
    /// @throws Problem CONFLICT when the order has no balance or is over, another credit has this source, or it
    ///     is more than there is to pay; INVALID
    public Balance take(OrderId order, Credit credit, String actor) {
        Words.needed("source", credit.source(), Words.MAX_REFERENCE);
        Words.perhaps("detail", credit.detail(), Words.MAX_REFERENCE);
        if (credit.amount().amount() <= 0 || credit.amount().amount() > BalanceDesk.MAX_AMOUNT) {
            throw Words.invalid("amount", Long.toString(credit.amount().amount()), "must be more than nothing");
        }
        if (dues.bring(order).isEmpty()) {
            throw Balances.none(order);
        }
        transactions.executeWithoutResult(status -> {
            Row row = live(order);
            if (isNew(row, credit)) {
                write(row, credit);
                audit(actor, "credit_balance", row, credit.kind(), credit.source(), credit.amount());
            }
        });
        return reads.look(store.find(order).orElseThrow());
    }

    /// Takes a credit back that was a mistake, once: it is owed again.
    ///
    /// @throws Problem UNKNOWN when there is no such credit; CONFLICT when the order has no balance or is over, or
    ///     once the unit is handed over
    public Balance withdraw(OrderId order, Credit.Kind kind, String source, String actor) {
        transactions.executeWithoutResult(status -> {
            Row row = live(order);
            List<Entry> all = entries.of(row.number());
            Entry given = given(all, kind, source)
                    .orElseThrow(() -> new Problem(
                            Problem.Kind.UNKNOWN,
                            "unknown_credit",
                            "Order '" + order + "' has no credit '" + kind.cause() + "' from '"
                                    + Words.shortened(source) + "'."));
            if (withdrawn(all, kind, source)) {
                return;
            }
            if (row.handedOverAt() != null) {
                throw new Problem(
                        Problem.Kind.CONFLICT,
                        "credit_binding",
                        "The unit of order '" + order + "' was handed over at " + row.handedOverAt()
                                + ": what was credited stays credited.");
            }
            Instant now = clock.instant();
            books.write(row, List.of(given.reversed(now, Entry.CREDIT_WITHDRAWN)), now);
            audit(actor, "withdraw_credit", row, kind, source, given.amount());
        });
        return reads.look(store.find(order).orElseThrow());
    }

    private Row live(OrderId order) {
        Row row = store.lock(order).orElseThrow(() -> Balances.none(order));
        if (row.state() == State.ENDED) {
            throw Balances.ended(order);
        }
        return row;
    }

    private static Optional<Entry> given(List<Entry> all, Credit.Kind kind, String source) {
        return all.stream()
                .filter(entry ->
                        entry.cause().equals(kind.cause()) && entry.source().equals(source))
                .findFirst();
    }

    private static boolean withdrawn(List<Entry> all, Credit.Kind kind, String source) {
        return all.stream()
                .anyMatch(entry -> entry.cause().equals(Entry.CREDIT_WITHDRAWN)
                        && entry.credit() == kind.account()
                        && entry.source().equals(source));
    }

    private boolean isNew(Row row, Credit credit) {
        List<Entry> all = entries.of(row.number());
        Entry before = given(all, credit.kind(), credit.source()).orElse(null);
        if (before == null) {
            return true;
        }
        boolean withdrawn = withdrawn(all, credit.kind(), credit.source());
        if (withdrawn || !before.amount().equals(credit.amount())) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "credit_differs",
                    "'" + credit.source() + "' was credited with "
                            + before.amount().amount() + " " + row.currency()
                            + (withdrawn ? " and taken back since." : " before.")
                            + " Give this one a source of its own.");
        }
        return false;
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
                credit.kind().account(),
                Account.DUE,
                credit.amount(),
                now,
                credit.kind().cause(),
                credit.source(),
                credit.detail());
        books.write(row, List.of(entry), now);
    }

    private void audit(String actor, String act, Row row, Credit.Kind kind, String source, Money amount) {
        members.audit(
                actor,
                act,
                row.order().toString(),
                kind.cause() + ", " + amount.amount() + " " + amount.currency() + ", " + source);
    }
}
