package dev.holdfast.bench.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rule of the promise: every fan was told the window that the curve gives at their place in the line.
///
/// Walks each offer's orders by position, which is entry order since nobody in a rush changes the offer or pays
/// after expiry, and computes rank and window anew. The rank cannot be known exactly, since a cancellation and
/// an order that were under way together may have come in either order; it is held between the two.
final class PromiseRules {
    private final Book book;
    private final Terms terms;
    private final Map<String, Attempt> byOrder = new HashMap<>();
    private final Finding.Tally tally = new Finding.Tally();

    PromiseRules(List<Attempt> attempts, Book book, Terms terms) {
        this.book = book;
        this.terms = terms;
        attempts.forEach(attempt -> attempt.told().forEach(told -> byOrder.put(told.order(), attempt)));
    }

    Finding promiseMismatches() {
        var byOffer = new TreeMap<String, List<BookOrder>>();
        book.orders().stream()
                .sorted(Comparator.comparingLong(BookOrder::position))
                .forEach(order -> byOffer.computeIfAbsent(order.offer(), offer -> new ArrayList<>())
                        .add(order));
        byOffer.forEach((offer, orders) -> new OneOffer(offer, orders).walk());
        return tally.finding();
    }

    /// One class of orders: the orders of one offer in entry order.
    private final class OneOffer {
        private final Curve curve;
        private final List<BookOrder> orders;
        private final long[] releasesSent;
        private final long[] releasesAnswered;
        private long ended;
        private long expired;
        private long released;
        private LocalDate lastWeek = LocalDate.MIN;

        OneOffer(String offer, List<BookOrder> orders) {
            this.curve = terms.curve(offer);
            this.orders = orders;
            this.releasesSent = releases().mapToLong(Span::sentNanos).sorted().toArray();
            this.releasesAnswered =
                    releases().mapToLong(Span::answeredNanos).sorted().toArray();
        }

        private Stream<Span> releases() {
            return orders.stream()
                    .map(order -> byOrder.get(order.id()))
                    .filter(Objects::nonNull)
                    .map(Attempt::cancel)
                    .filter(Objects::nonNull);
        }

        void walk() {
            for (int ahead = 0; ahead < orders.size(); ahead++) {
                BookOrder order = orders.get(ahead);
                String fault = fault(order, ahead);
                if (fault != null) {
                    tally.add("order " + order.id() + " at position " + order.position() + " of " + order.offer() + ": "
                            + fault);
                }
                ended += order.isEnded() ? 1 : 0;
                expired += order.state().equals("EXPIRED") ? 1 : 0;
            }
        }

        private @Nullable String fault(BookOrder order, int ahead) {
            String rank = rankFault(order, ahead);
            String window = windowFault(order);
            String told = toldFault(order);
            return rank != null ? rank : window != null ? window : told;
        }

        /// Rank is one more than the live orders ahead: those ever ahead, less those released by then.
        private @Nullable String rankFault(BookOrder order, int ahead) {
            long least = released;
            long most = ended;
            Attempt attempt = byOrder.get(order.id());
            if (attempt != null) {
                Span ordering = attempt.ordering();
                least = Math.max(least, SupplyRules.countUpTo(releasesAnswered, ordering.sentNanos() - 1));
                most = Math.min(most, expired + SupplyRules.countUpTo(releasesSent, ordering.answeredNanos()));
            }
            long before = ahead + 1 - order.rank();
            if (before < least || before > most) {
                return "rank " + order.rank() + " is not within " + (ahead + 1 - most) + " to " + (ahead + 1 - least);
            }
            released = before;
            return null;
        }

        /// The first week whose cumulative supply reaches the rank, never before the last one given, never past.
        private @Nullable String windowFault(BookOrder order) {
            LocalDate reached = curve.reaching(order.rank());
            if (reached == null) {
                return order.promise() == null ? null : "promised " + order.promise() + " though no supply reaches it";
            }
            LocalDate notBefore = latest(reached, lastWeek);
            LocalDate atStart = latest(notBefore, terms.weekAtStart());
            LocalDate atEnd = latest(notBefore, terms.weekAtEnd());
            Window late = terms.window(atEnd, order.region());
            lastWeek = late.equals(order.promise()) ? atEnd : atStart;
            Window expected = terms.window(lastWeek, order.region());
            return expected.equals(order.promise())
                    ? null
                    : "promised " + order.promise() + " where rank " + order.rank() + " gives " + expected;
        }

        /// What the book holds is what the fan was told, each time they asked.
        private @Nullable String toldFault(BookOrder order) {
            Attempt attempt = byOrder.get(order.id());
            if (attempt == null) {
                return null;
            }
            if (!attempt.offer().equals(order.offer()) || !attempt.region().equals(order.region())) {
                return "booked as " + order.offer() + " to " + order.region() + ", ordered as " + attempt.offer()
                        + " to " + attempt.region();
            }
            var held = new Told(order.id(), order.position(), order.rank(), order.promise());
            return attempt.told().stream()
                    .filter(told -> told.order().equals(order.id()) && !told.equals(held))
                    .map(told -> "the fan was told " + told + ", the book holds " + held)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static LocalDate latest(LocalDate... dates) {
        return Arrays.stream(dates).max(Comparator.naturalOrder()).orElseThrow();
    }
}
