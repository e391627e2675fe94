package dev.holdfast.bench.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A rush everyone knows by heart: `green` has two units in each of two weeks, `blue` one; `south` is a week
/// further. Ann, Bob, Cid and Eve take green, Eve after Bob cancelled; Dan takes the only blue, and Fay is
/// turned away from blue. Times are in nanoseconds, one fan every ten.
final class SmallRush {
    static final LocalDate WEEK_1 = LocalDate.of(2027, 1, 4);
    static final LocalDate WEEK_2 = WEEK_1.plusWeeks(1);
    static final LocalDate WEEK_3 = WEEK_1.plusWeeks(2);

    final List<Attempt> attempts = new ArrayList<>();
    final List<BookOrder> orders = new ArrayList<>();
    final List<String> unmatched = new ArrayList<>();
    Terms terms = terms(WEEK_1.minusWeeks(3));

    SmallRush() {
        taken("ann", "green", "north", 1, 1, WEEK_1, 10);
        taken("bob", "green", "south", 2, 2, WEEK_1, 20);
        taken("cid", "green", "north", 3, 3, WEEK_2, 30);
        taken("dan", "blue", "north", 4, 1, WEEK_1, 40);
        cancel("bob", 50);
        taken("eve", "green", "south", 5, 3, WEEK_2, 60);
        attempts.add(new Attempt(
                "fay", "key-fay", "blue", "north", new Span(70, 0), List.of(), List.of(new Span(70, 75)), false, null));
    }

    static Terms terms(LocalDate today) {
        var green = new Curve(List.of(new Curve.Week(WEEK_1, 2), new Curve.Week(WEEK_2, 2)));
        var blue = new Curve(List.of(new Curve.Week(WEEK_1, 1)));
        return new Terms(Map.of("green", green, "blue", blue), Map.of("north", 0, "south", 1), today, today);
    }

    void taken(String fan, String offer, String region, long position, long rank, LocalDate week, long at) {
        Window window = window(week, region);
        String id = "order-" + fan;
        attempts.add(new Attempt(
                fan,
                "key-" + fan,
                offer,
                region,
                new Span(at, at + 5),
                List.of(new Told(id, position, rank, window)),
                List.of(),
                true,
                null));
        orders.add(new BookOrder(id, fan, offer, region, position, rank, "PLACED", window));
    }

    static Window window(LocalDate week, String region) {
        LocalDate from = region.equals("south") ? week.plusWeeks(1) : week;
        return new Window(from, from.plusDays(6));
    }

    void cancel(String fan, long at) {
        attempts.replaceAll(attempt -> attempt.member().equals(fan)
                ? new Attempt(
                        fan,
                        attempt.key(),
                        attempt.offer(),
                        attempt.region(),
                        attempt.ordering(),
                        attempt.told(),
                        attempt.refusals(),
                        attempt.paid(),
                        new Span(at, at + 5))
                : attempt);
        book(fan, order -> with(order, order.position(), order.rank(), "CANCELLED", order.promise()));
    }

    /// Replaces one order of the book.
    void book(String fan, UnaryOperator<BookOrder> change) {
        orders.replaceAll(order -> order.member().equals(fan) ? change.apply(order) : order);
    }

    static BookOrder with(BookOrder order, long position, long rank, String state, @Nullable Window promise) {
        return new BookOrder(order.id(), order.member(), order.offer(), order.region(), position, rank, state, promise);
    }

    Findings check() {
        return Findings.of(attempts, new Book(orders, unmatched), terms);
    }
}
