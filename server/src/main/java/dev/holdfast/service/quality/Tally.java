package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet.Built;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Faults of one component counted against what was built, from an instant on.
final class Tally {
    private final List<Fault> faults;
    private final List<Built> built;
    private final LocalDate since;
    private final LocalDate today;

    /// @param faults of one component; of a unit the first alone counts
    /// @param since what was found until then is left out, and so are days before; [Instant#EPOCH]: none
    Tally(Collection<Fault> faults, List<Built> built, Instant since, Instant now) {
        Map<String, Fault> firsts = new TreeMap<>();
        faults.stream()
                .filter(fault -> fault.foundAt().isAfter(since))
                .forEach(fault -> firsts.merge(
                        fault.serial(), fault, (one, other) -> one.foundAt().isAfter(other.foundAt()) ? other : one));
        this.faults = List.copyOf(firsts.values());
        this.built = List.copyOf(built);
        this.since = since.atZone(ZoneOffset.UTC).toLocalDate();
        this.today = now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    Cell all() {
        return cell(By.CONFIGURATION, "", faults.size(), built);
    }

    /// Every configuration that was built.
    List<Cell> configurations() {
        return by(By.CONFIGURATION, Built::configuration, Fault::configuration);
    }

    /// Every week in which anything was built, in their order.
    List<Cell> weeks() {
        return by(By.WEEK, one -> week(one.day()), fault -> week(fault.builtOn()));
    }

    private List<Cell> by(By by, Function<Built, String> of, Function<Fault, String> ofFault) {
        Map<String, List<Built>> groups = new TreeMap<>();
        built.forEach(one ->
                groups.computeIfAbsent(of.apply(one), none -> new ArrayList<>()).add(one));
        Map<String, Integer> counts = new HashMap<>();
        faults.forEach(fault -> counts.merge(ofFault.apply(fault), 1, Integer::sum));
        List<Cell> cells = new ArrayList<>();
        groups.forEach((value, group) -> cells.add(cell(by, value, counts.getOrDefault(value, 0), group)));
        return cells;
    }

    /// Lots in which anything was found.
    ///
    /// @param lotsOf each faulty unit's
    /// @param builtOf units of each lot by the day on which they were built
    List<Cell> lots(Map<String, Set<String>> lotsOf, Map<String, SortedMap<LocalDate, Integer>> builtOf) {
        Map<String, Integer> counts = new TreeMap<>();
        faults.forEach(fault ->
                lotsOf.getOrDefault(fault.serial(), Set.of()).forEach(lot -> counts.merge(lot, 1, Integer::sum)));
        List<Cell> cells = new ArrayList<>();
        counts.forEach((lot, count) -> {
            List<Built> days = new ArrayList<>();
            builtOf.getOrDefault(lot, new TreeMap<>()).forEach((day, units) -> days.add(new Built("", day, units)));
            cells.add(cell(By.LOT, lot, count, days));
        });
        return cells;
    }

    Set<String> serials() {
        Set<String> serials = new TreeSet<>();
        faults.forEach(fault -> serials.add(fault.serial()));
        return serials;
    }

    private Cell cell(By by, String value, int count, List<Built> group) {
        int units = 0;
        double days = 0;
        for (Built one : group) {
            LocalDate from = one.day().isBefore(since) ? since : one.day();
            units += one.units();
            days += one.units() * (double) Math.max(0, ChronoUnit.DAYS.between(from, today) + 1);
        }
        return new Cell(by, value, count, units, days);
    }

    private static String week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
    }
}
