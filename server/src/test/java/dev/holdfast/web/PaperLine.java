package dev.holdfast.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A launch's line worked out on paper: by the words of the contract, slowly, and with nothing of the product's.
final class PaperLine {
    static final Duration LOCK_AFTER = Duration.ofDays(7);

    /// One order on paper. `week` is the Monday before transit, null on the waiting list.
    static final class PaperOrder {
        final String id;
        final String member;
        final @Nullable String terms;
        final int transitWeeks;
        final Instant payBefore;
        String offer;
        long position;
        long entered;
        long rank;
        String state = "HELD";
        long deposit;

        @Nullable
        LocalDate week;

        @Nullable
        Instant paidAt;

        final PaperConsent consent = new PaperConsent();

        PaperOrder(String id, String member, int transitWeeks, Instant payBefore, @Nullable String terms) {
            this.id = id;
            this.member = member;
            this.transitWeeks = transitWeeks;
            this.payBefore = payBefore;
            this.terms = terms;
            this.offer = "";
        }

        boolean live() {
            return !state.equals("EXPIRED") && !state.equals("CANCELLED");
        }

        boolean frozen() {
            return state.equals("LOCKED");
        }

        @Nullable
        String from() {
            return week == null ? null : week.plusWeeks(transitWeeks).toString();
        }
    }

    final List<PaperOrder> orders = new ArrayList<>();
    private final boolean refuse;
    private final boolean keepsPosition;
    private final Map<String, NavigableMap<LocalDate, Long>> supply = new HashMap<>();
    private final Map<String, LocalDate> furthest = new HashMap<>();
    long positions;
    private long entries;

    PaperLine(boolean refuse, boolean keepsPosition) {
        this.refuse = refuse;
        this.keepsPosition = keepsPosition;
    }

    static LocalDate weekOf(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    long live(String offer) {
        return orders.stream()
                .filter(order -> order.live() && order.offer.equals(offer))
                .count();
    }

    long liveOf(String member) {
        return orders.stream()
                .filter(order -> order.live() && order.member.equals(member))
                .count();
    }

    long units(String offer) {
        return curve(offer).values().stream().mapToLong(Long::longValue).sum();
    }

    /// The first week whose cumulative supply reaches the rank, never earlier than the last window given in the class,
    /// never earlier than the current week.
    @Nullable
    LocalDate quote(String offer, Instant now) {
        long rank = live(offer) + 1;
        if (rank > units(offer)) {
            return null;
        }
        long sum = 0;
        LocalDate week = weekOf(now).minusYears(50);
        for (Map.Entry<LocalDate, Long> units : curve(offer).entrySet()) {
            if (sum < rank) {
                week = units.getKey();
            }
            sum += units.getValue();
        }
        return latest(latest(week, weekOf(now)), furthest.getOrDefault(offer, week));
    }

    boolean soldOut(String offer, Instant now) {
        return refuse && quote(offer, now) == null;
    }

    boolean refuses() {
        return refuse;
    }

    void place(PaperOrder order, String offer, Instant now) {
        order.position = ++positions;
        order.deposit = Opening.deposit(offer);
        enter(order, offer, now);
        orders.add(order);
    }

    void change(PaperOrder order, String offer, Instant now) {
        order.consent.chosenAnew();
        order.offer = "none while it moves";
        enter(order, offer, now);
        if (order.paidAt == null) {
            order.deposit = Opening.deposit(offer);
        }
        if (!keepsPosition) {
            order.position = ++positions;
        }
    }

    void pay(PaperOrder order, Instant now) {
        order.paidAt = now;
        boolean expired = order.state.equals("EXPIRED");
        if (expired) {
            enter(order, order.offer, now);
        }
        order.state = "PLACED";
    }

    void leave(PaperOrder order, String state) {
        order.state = state;
    }

    private void enter(PaperOrder order, String offer, Instant now) {
        order.week = quote(offer, now);
        order.rank = live(offer) + 1;
        order.entered = ++entries;
        order.offer = offer;
        if (order.week != null) {
            furthest.put(offer, order.week);
        }
    }

    /// What the clock does by itself.
    ///
    /// @return orders that left because their member was asked and kept silent
    List<PaperOrder> sweep(Instant now) {
        List<PaperOrder> silent = new ArrayList<>();
        for (PaperOrder order : orders) {
            if (order.state.equals("HELD") && !now.isBefore(order.payBefore)) {
                leave(order, "EXPIRED");
            }
            boolean ripe = order.paidAt != null && !now.isBefore(order.paidAt.plus(LOCK_AFTER));
            if (order.state.equals("PLACED") && ripe && order.terms != null) {
                order.state = "LOCKED";
            }
            if (order.live() && order.consent.silenceCancels(now)) {
                leave(order, "CANCELLED");
                silent.add(order);
            }
        }
        return silent;
    }

    /// A new supply: the locked ones keep their week where a unit is left by then, then everybody in entry order gets
    /// the first week that is left. Units of weeks gone by are in stock now.
    void resupply(Map<String, NavigableMap<LocalDate, Long>> units, Instant now) {
        supply.clear();
        supply.putAll(units);
        for (String offer : List.of("pro", "max")) {
            NavigableMap<LocalDate, Long> left = new TreeMap<>();
            curve(offer).forEach((week, count) -> left.merge(latest(week, weekOf(now)), count, Long::sum));
            left.values().removeIf(count -> count == 0);
            furthest.remove(offer);
            orders.stream()
                    .filter(order -> order.live() && order.offer.equals(offer))
                    .sorted(Comparator.comparing((PaperOrder order) -> !order.frozen())
                            .thenComparingLong(order -> order.entered))
                    .forEach(order -> {
                        String was = order.from();
                        serve(order, left);
                        if (order.paidAt != null && order.live()) {
                            order.consent.moved(was, order.from(), now);
                        }
                    });
        }
    }

    private void serve(PaperOrder order, NavigableMap<LocalDate, Long> left) {
        LocalDate kept = order.frozen() && order.week != null ? left.floorKey(order.week) : null;
        LocalDate unit = kept != null ? kept : left.isEmpty() ? null : left.firstKey();
        if (unit != null) {
            left.computeIfPresent(unit, (week, count) -> count == 1 ? null : Long.valueOf(count - 1));
        }
        order.week = kept != null ? order.week : unit;
        if (order.week != null) {
            furthest.merge(order.offer, order.week, PaperLine::latest);
        }
    }

    private NavigableMap<LocalDate, Long> curve(String offer) {
        return supply.getOrDefault(offer, new TreeMap<>());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
