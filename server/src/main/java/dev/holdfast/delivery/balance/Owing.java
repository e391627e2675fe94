package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.balance.Terms.BorneBy;
import dev.holdfast.delivery.balance.Terms.YearEnd;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.Window;
import dev.holdfast.launch.settlement.Settlements;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an order owes beside what was credited by hand, and which entries are missing to say so.
///
/// Pure. Nothing that was written is taken away: a cost that no longer arises is written back by an entry of
/// its own.
final class Owing {
    private final List<Entry> written;
    private final Order order;
    private final Instant now;
    private final List<Entry> missing = new ArrayList<>();

    private Owing(List<Entry> written, Order order, Instant now) {
        this.written = written;
        this.order = order;
        this.now = now;
    }

    /// @param written all that the balance's ledger has
    /// @param today at the launch
    static List<Entry> missing(
            List<Entry> written,
            Order order,
            Terms terms,
            List<Settlements.Standing> compensation,
            LocalDate today,
            Instant now) {
        Owing owing = new Owing(written, order, now);
        owing.sold();
        compensation.forEach(owing::setOff);
        terms.yearEnds().forEach(one -> owing.yearEnd(one, today));
        return owing.missing;
    }

    private void sold() {
        if (!knows(Entry.PRICE, "order")) {
            add(Account.DUE, Account.PRICE, order.price().amount(), Entry.PRICE, "order", order.offer());
            add(Account.DEPOSIT, Account.DUE, order.deposit().amount(), Entry.DEPOSIT, "order", "");
        }
    }

    /// Only what launch has settled so: its ledger and this one say the same.
    private void setOff(Settlements.Standing one) {
        String source = Long.toString(one.owed().number());
        Settlement settlement = one.settlement();
        if (settlement != null && settlement.way() == Settlement.Way.SET_OFF && !knows(Entry.COMPENSATION, source)) {
            long amount = one.owed().amount().amount();
            add(
                    Account.COMPENSATION,
                    Account.DUE,
                    amount,
                    Entry.COMPENSATION,
                    source,
                    one.owed().rule());
        }
    }

    private void yearEnd(YearEnd one, LocalDate today) {
        long cost = crosses(one, order, today) ? one.amount() : 0;
        long borne = one.borneBy() == BorneBy.SELLER ? cost : 0;
        move(Account.DUE, Account.YEAR_END, cost - moved(Account.YEAR_END, one), Entry.YEAR_END, one);
        move(Account.SELLER, Account.DUE, borne + moved(Account.SELLER, one), Entry.YEAR_END_BORNE, one);
    }

    /// Promised before the day at first, and not handed over before it.
    static boolean crosses(YearEnd one, Order order, LocalDate today) {
        Window first = order.first().promise();
        return first != null
                && first.to().isBefore(one.from())
                && !expected(order.promise(), today).isBefore(one.from());
    }

    private static LocalDate expected(@Nullable Window promise, LocalDate today) {
        return promise == null || promise.from().isBefore(today) ? today : promise.from();
    }

    /// How much of it is owed by what was written; what the seller bears is less than nothing.
    private long moved(Account account, YearEnd one) {
        return written.stream()
                .filter(entry -> entry.source().equals(one.id()))
                .filter(entry -> entry.debit() == account || entry.credit() == account)
                .mapToLong(Entry::owed)
                .sum();
    }

    private void move(Account debit, Account credit, long amount, String cause, YearEnd one) {
        if (amount >= 0) {
            add(debit, credit, amount, cause, one.id(), "");
        } else {
            add(credit, debit, -amount, cause, one.id(), "");
        }
    }

    private boolean knows(String cause, String source) {
        return written.stream()
                .anyMatch(entry -> entry.cause().equals(cause) && entry.source().equals(source));
    }

    private void add(Account debit, Account credit, long amount, String cause, String source, String detail) {
        if (amount > 0) {
            Money money = new Money(amount, order.price().currency());
            missing.add(new Entry(debit, credit, money, now, cause, source, detail));
        }
    }
}
