package dev.holdfast.bench.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The rules of supply: nobody gets in past the curve, and nobody is turned away while a unit is free.
final class SupplyRules {
    private final List<Attempt> attempts;
    private final Book book;
    private final Terms terms;

    SupplyRules(List<Attempt> attempts, Book book, Terms terms) {
        this.attempts = attempts;
        this.book = book;
        this.terms = terms;
    }

    /// Up to each week, no more units are promised to live orders than the curve has; in all, no more are sold.
    Finding oversold() {
        var weeks = new HashMap<String, TreeMap<LocalDate, Long>>();
        var live = new TreeMap<String, Long>();
        for (BookOrder order : book.orders()) {
            if (order.isEnded()) {
                continue;
            }
            live.merge(order.offer(), 1L, Long::sum);
            Window promise = order.promise();
            if (promise != null) {
                LocalDate week = promise.from().minusWeeks(terms.transit(order.region()));
                weeks.computeIfAbsent(order.offer(), offer -> new TreeMap<>()).merge(week, 1L, Long::sum);
            }
        }
        var tally = new Finding.Tally();
        live.forEach((offer, orders) -> {
            Curve curve = terms.curve(offer);
            long over =
                    Math.max(orders - curve.total(), overPromised(curve, weeks.getOrDefault(offer, new TreeMap<>())));
            tally.add(
                    over,
                    offer + " has " + orders + " live orders on " + curve.total() + " units, and in its worst"
                            + " week " + over + " more than the curve reaches");
        });
        return tally.finding();
    }

    /// `promised` holds units by week, weeks in order.
    private static long overPromised(Curve curve, Map<LocalDate, Long> promised) {
        long worst = 0;
        long sum = 0;
        for (Map.Entry<LocalDate, Long> week : promised.entrySet()) {
            sum += week.getValue();
            worst = Math.max(worst, sum - curve.upTo(week.getKey()));
        }
        return worst;
    }

    /// At some instant between a refused request and its answer every unit was taken.
    ///
    /// At no instant in that span can more units be taken than orders had been sent by its end, less those whose
    /// cancellation was acknowledged before its start. If even that is less than the supply, a fan was turned
    /// away from a free unit, provably. Expired holds count as taken throughout: nobody saw when they ended.
    Finding undersold() {
        var tally = new Finding.Tally();
        for (Map.Entry<String, List<Attempt>> offer : byOffer().entrySet()) {
            long units = terms.curve(offer.getKey()).total();
            long untold = inBookButUntold(offer.getKey());
            long[] sent = offer.getValue().stream()
                    .filter(attempt -> !attempt.told().isEmpty())
                    .mapToLong(attempt -> attempt.ordering().sentNanos())
                    .sorted()
                    .toArray();
            long[] released = offer.getValue().stream()
                    .map(Attempt::cancel)
                    .filter(cancel -> cancel != null)
                    .mapToLong(Span::answeredNanos)
                    .sorted()
                    .toArray();
            for (Attempt attempt : offer.getValue()) {
                for (Span refusal : attempt.refusals()) {
                    long taken = untold
                            + countUpTo(sent, refusal.answeredNanos())
                            - countUpTo(released, refusal.sentNanos() - 1);
                    tally.add(
                            taken < units ? 1 : 0,
                            attempt.member() + " was refused " + offer.getKey() + " while at most " + taken + " of its "
                                    + units + " units were taken");
                }
            }
        }
        return tally.finding();
    }

    private Map<String, List<Attempt>> byOffer() {
        var byOffer = new TreeMap<String, List<Attempt>>();
        attempts.forEach(attempt -> byOffer.computeIfAbsent(attempt.offer(), offer -> new ArrayList<>())
                .add(attempt));
        return byOffer;
    }

    /// Orders nobody was told of hold units too; when they came is unknown, so they count from the start.
    private long inBookButUntold(String offer) {
        Set<String> told = new HashSet<>();
        attempts.forEach(attempt -> attempt.told().forEach(answer -> told.add(answer.order())));
        return book.orders().stream()
                .filter(order -> order.offer().equals(offer) && !told.contains(order.id()))
                .count();
    }

    /// How many of the sorted instants are at or before this one.
    static long countUpTo(long[] sorted, long nanos) {
        int at = Arrays.binarySearch(sorted, nanos);
        if (at < 0) {
            return -at - 1L;
        }
        while (at < sorted.length && sorted[at] == nanos) {
            at++;
        }
        return at;
    }
}
