package dev.holdfast.supply.master;

import dev.holdfast.supply.BuiltUnits;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.Mondays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What units that were built took, each by the bill of the week it was built in; and how many of them can be had.
///
/// An offer that is its own component is not in it: its curve, or its stock, counts units from the first.
final class BuiltParts {
    private final Map<String, NavigableMap<LocalDate, Long>> taken = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Long>> built = new HashMap<>();
    private final Map<String, Long> there = new HashMap<>();

    /// @param bills that know already what is supplied
    BuiltParts(Standing standing, Bills bills) {
        List<SupplyEvent> days = standing.last(Standing.BUILT).stream()
                .sorted(Comparator.comparing(BuiltParts::day))
                .toList();
        for (SupplyEvent event : days) {
            String offer = offer(event);
            LocalDate day = day(event);
            int week = Mondays.number(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            if (bills.hasBill(offer) && !bills.isSupplied(offer)) {
                long units = number(event.quantity());
                add(built, offer, day, units);
                there.merge(offer, units - number(event.quarantined()), Long::sum);
                bills.explode(offer, week).forEach((need, each) -> add(taken, need.item(), day, units * each));
            }
        }
    }

    private static void add(Map<String, NavigableMap<LocalDate, Long>> days, String name, LocalDate day, long units) {
        days.computeIfAbsent(name, _ -> new TreeMap<>()).merge(day, units, Long::sum);
    }

    /// Units of a component that were built into something after a day; null: ever.
    long since(String component, @Nullable LocalDate day) {
        NavigableMap<LocalDate, Long> days = taken.getOrDefault(component, Collections.emptyNavigableMap());
        return sum(day == null ? days : days.tailMap(day, false));
    }

    /// Units of an offer that were built in the week of a Monday: they had their room of it.
    long in(LocalDate monday, String offer) {
        NavigableMap<LocalDate, Long> days = built.getOrDefault(offer, Collections.emptyNavigableMap());
        return sum(days.subMap(monday, true, monday.plusWeeks(1), false));
    }

    private static long sum(Map<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Units of each offer with a bill that were built and can be had, or were.
    Map<String, Long> there() {
        return Map.copyOf(there);
    }

    /// The day comes first: nobody knows what is in the name of an offer.
    static String subject(BuiltUnits.Day day) {
        return day.day() + " " + day.offer();
    }

    private static String offer(SupplyEvent built) {
        return built.subject().substring(built.subject().indexOf(' ') + 1);
    }

    private static LocalDate day(SupplyEvent built) {
        return Objects.requireNonNull(built.week(), "What was built has a day.");
    }

    private static long number(@Nullable Long units) {
        return units == null ? 0 : units;
    }
}
