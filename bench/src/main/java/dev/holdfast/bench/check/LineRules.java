package dev.holdfast.bench.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules of the line itself: nothing lost, nothing doubled, no position missing, no money astray.
final class LineRules {
    private final List<Attempt> attempts;
    private final Book book;
    private final Map<String, BookOrder> byId = new HashMap<>();

    LineRules(List<Attempt> attempts, Book book) {
        this.attempts = attempts;
        this.book = book;
        book.orders().forEach(order -> byId.put(order.id(), order));
    }

    /// Every order, payment and cancellation that was acknowledged is in the book.
    Finding lostAcknowledged() {
        var tally = new Finding.Tally();
        for (Attempt attempt : attempts) {
            for (Told told : attempt.told()) {
                BookOrder order = byId.get(told.order());
                if (order == null) {
                    tally.add("order " + told.order() + " at position " + told.position() + " of " + attempt.member()
                            + " was acknowledged and is not in the book");
                } else {
                    lostAct(attempt, order, tally);
                }
            }
        }
        return tally.finding();
    }

    private static void lostAct(Attempt attempt, BookOrder order, Finding.Tally tally) {
        if (attempt.cancel() != null) {
            if (!order.state().equals("CANCELLED")) {
                tally.add("the cancellation of order " + order.id() + " was acknowledged and the book says "
                        + order.state());
            }
        } else if (attempt.paid() && !order.isPaid()) {
            tally.add("the payment of order " + order.id() + " was acknowledged and the book says " + order.state());
        }
    }

    /// One key gives one order: no key was told two, and no member has more orders than keys that stand for one.
    Finding duplicateOrders() {
        var keys = new HashMap<String, Integer>();
        var toldTwice = new HashMap<String, Integer>();
        for (Attempt attempt : attempts) {
            long orders = attempt.told().stream().map(Told::order).distinct().count();
            keys.merge(attempt.member(), attempt.mayHoldOrder() ? 1 : 0, Integer::sum);
            toldTwice.merge(attempt.member(), (int) Math.max(0, orders - 1), Integer::sum);
        }
        var inBook = new HashMap<String, Integer>();
        book.orders().forEach(order -> inBook.merge(order.member(), 1, Integer::sum));
        var tally = new Finding.Tally();
        inBook.forEach((member, orders) -> {
            int extra = orders - keys.getOrDefault(member, 0);
            int told = toldTwice.getOrDefault(member, 0);
            tally.add(
                    Math.max(extra, told),
                    member + " has " + orders + " orders in the book for " + keys.getOrDefault(member, 0)
                            + " keys that were told one, and " + told + " keys told of a second");
        });
        return tally.finding();
    }

    /// Positions are 1..N, each once.
    Finding positionGaps() {
        var tally = new Finding.Tally();
        long[] positions =
                book.orders().stream().mapToLong(BookOrder::position).sorted().toArray();
        long expected = 1;
        for (long position : positions) {
            if (position < expected) {
                tally.add("position " + position + " is given twice, or is below 1");
                continue;
            }
            tally.add(position - expected, "positions " + expected + " to " + (position - 1) + " are missing");
            expected = position + 1;
        }
        return tally.finding();
    }

    /// Every payment found its order.
    Finding unmatchedPayments() {
        var tally = new Finding.Tally();
        book.unmatchedPayments().forEach(payment -> tally.add("payment " + payment + " is on the unmatched list"));
        return tally.finding();
    }
}
