package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Balance.State;
import dev.holdfast.delivery.balance.BalanceStore.Row;
import dev.holdfast.delivery.balance.PaymentStore.Said;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds whose a line of a statement is: the one whose reference it names, when it is just what they have to
/// pay. All else somebody has to look at; nothing is guessed.
final class Matching {
    private final StatementStore lines;
    private final BalanceStore balances;
    private final EntryStore entries;
    private final Books books;

    Matching(StatementStore lines, BalanceStore balances, EntryStore entries, Books books) {
        this.lines = lines;
        this.balances = balances;
        this.entries = entries;
        this.books = books;
    }

    private enum Reason {
        /// It names no reference of ours.
        UNKNOWN,
        /// A digit of the reference is wrong.
        CHECK_DIGITS,
        /// It names several.
        SEVERAL,
        CURRENCY,
        /// The order is over.
        ENDED,
        /// Nothing is left to pay.
        DOUBLED,
        UNDER,
        OVER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// In the running transaction, which has the line.
    void look(BankLine line, Instant now) {
        switch (RfReference.in(line.text())) {
            case RfReference.Found.One(long number) ->
                balances.lock(number)
                        .ifPresentOrElse(row -> weigh(line, row, now), () -> set(line, Reason.UNKNOWN, null, now));
            case RfReference.Found.Wrong() -> set(line, Reason.CHECK_DIGITS, null, now);
            case RfReference.Found.Several() -> set(line, Reason.SEVERAL, null, now);
            case RfReference.Found.Nothing() -> set(line, Reason.UNKNOWN, null, now);
        }
    }

    private void weigh(BankLine line, Row row, Instant now) {
        long left = entries.owed(row.number());
        long came = line.amount().amount();
        if (!row.currency().equals(line.amount().currency())) {
            set(line, Reason.CURRENCY, row.number(), now);
        } else if (row.state() == State.ENDED) {
            set(line, Reason.ENDED, row.number(), now);
        } else if (left <= 0) {
            set(line, Reason.DOUBLED, row.number(), now);
        } else if (came != left) {
            set(line, came < left ? Reason.UNDER : Reason.OVER, row.number(), now);
        } else {
            lines.lookedAt(line.number(), BankLine.State.BOOKED, "", row.number());
            books.take(row, said(line), Account.BANK, now);
        }
    }

    private void set(BankLine line, Reason reason, @Nullable Long balance, Instant now) {
        lines.lookedAt(line.number(), BankLine.State.LOOK, reason.word(), balance);
        entries.append(
                null,
                new Entry(
                        Account.BANK,
                        Account.UNMATCHED,
                        line.amount(),
                        now,
                        Entry.PAYMENT,
                        source(line),
                        reason.word()));
    }

    static Said said(BankLine line) {
        return new Said(Payment.Way.BANK, line.account(), source(line), line.amount(), "");
    }

    static String source(BankLine line) {
        return "line " + line.number();
    }
}
