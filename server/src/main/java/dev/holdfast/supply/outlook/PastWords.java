package dev.holdfast.supply.outlook;

import dev.holdfast.supply.LaunchMetrics.Both;
import dev.holdfast.supply.LaunchMetrics.Forecasts;
import dev.holdfast.supply.LaunchMetrics.Supplier;
import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.CommitmentStatus;
import dev.holdfast.supply.metrics.ForecastError;
import dev.holdfast.supply.metrics.SupplierAccuracy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What suppliers said first and last, held against what came: a word that is put off is no word kept.
///
/// Weeks are the plant's build weeks; those up to [SupplierWords#NOW] are over.
public final class PastWords {
    private final AssembledPlant plant;
    private final List<Told> told = new ArrayList<>();

    private PastWords(AssembledPlant plant) {
        this.plant = plant;
    }

    /// @param words those that held when they were told, by number
    static PastWords of(List<SupplyEvent> words, AssembledPlant plant) {
        var past = new PastWords(plant);
        SupplierWords.bySubject(words).values().forEach(past::add);
        return past;
    }

    /// So many units in a week.
    private record Units(int week, long count) {
        boolean isOver() {
            return week <= SupplierWords.NOW;
        }
    }

    /// One subject; null: nothing of this kind was said.
    private record Told(
            String supplier,
            String component,
            @Nullable Units firstForecast,
            @Nullable Units lastForecast,
            @Nullable Units first,
            @Nullable Units last,
            @Nullable Units received) {

        /// What came, of what was said for a week, in or before it.
        long inTime(Units said) {
            return received != null && received.week <= said.week ? received.count : 0;
        }
    }

    private void add(List<SupplyEvent> words) {
        SupplyEvent last = words.getLast();
        List<Units> forecasts = said(words, status -> status == CommitmentStatus.FORECAST);
        List<Units> commitments =
                said(words, status -> status == CommitmentStatus.COMMITTED || status == CommitmentStatus.SHIPPED);
        boolean isReceived = status(last) == CommitmentStatus.RECEIVED;
        told.add(new Told(
                last.supplier() == null ? "" : last.supplier(),
                String.valueOf(last.component()),
                forecasts.isEmpty() ? null : forecasts.getFirst(),
                forecasts.isEmpty() ? null : forecasts.getLast(),
                commitments.isEmpty() ? null : commitments.getFirst(),
                commitments.isEmpty() ? null : commitments.getLast(),
                isReceived ? units(last) : null));
    }

    private List<Units> said(List<SupplyEvent> words, Predicate<CommitmentStatus> kind) {
        return words.stream()
                .filter(word -> kind.test(status(word)))
                .map(this::units)
                .toList();
    }

    private Units units(SupplyEvent word) {
        int week = word.week() == null ? SupplierWords.NOW : plant.buildWeek(word.week());
        return new Units(week, word.quantity() == null ? 0 : word.quantity());
    }

    private static CommitmentStatus status(SupplyEvent word) {
        return CommitmentStatus.of(String.valueOf(word.status())).orElse(CommitmentStatus.FORECAST);
    }

    /// Every supplier of whom a commitment's week is over.
    public List<Supplier> suppliers() {
        Map<String, List<Told>> bySupplier = new TreeMap<>();
        for (Told one : told) {
            if (one.first != null && one.first.isOver()) {
                bySupplier.computeIfAbsent(one.supplier, _ -> new ArrayList<>()).add(one);
            }
        }
        List<Supplier> suppliers = new ArrayList<>();
        bySupplier.forEach((name, all) -> suppliers.add(new Supplier(
                name,
                new Both(clip(all, Told::first), clip(all, Told::last)),
                new Both(adherence(all, Told::first), adherence(all, Told::last)))));
        return suppliers;
    }

    private static double clip(List<Told> all, Function<Told, @Nullable Units> which) {
        List<Long> committed = new ArrayList<>();
        List<Long> inTime = new ArrayList<>();
        for (Told one : all) {
            Units said = which.apply(one);
            if (said != null && said.isOver()) {
                committed.add(said.count);
                inTime.add(one.inTime(said));
            }
        }
        return SupplierAccuracy.clip(array(committed), array(inTime));
    }

    /// The curves of each component one after the other: a week of one is a week like one of another.
    private static double adherence(List<Told> all, Function<Told, @Nullable Units> which) {
        Map<String, Periods> byComponent = new TreeMap<>();
        for (Told one : all) {
            Periods periods = byComponent.computeIfAbsent(one.component, _ -> new Periods());
            periods.add(which.apply(one), one.received);
        }
        List<Long> planned = new ArrayList<>();
        List<Long> actual = new ArrayList<>();
        for (Periods periods : byComponent.values()) {
            planned.addAll(sumUp(periods.said()));
            actual.addAll(sumUp(periods.came()));
        }
        return SupplierAccuracy.curveAdherence(array(planned), array(actual));
    }

    /// What was forecast for weeks that are over, against what came of it.
    public Forecasts forecasts() {
        List<Told> forecast =
                told.stream().filter(one -> one.firstForecast != null).toList();
        Periods first = periods(forecast, Told::firstForecast);
        Periods last = periods(forecast, Told::lastForecast);
        return new Forecasts(
                both(first, last, ForecastError::bias),
                both(first, last, ForecastError::wape),
                both(first, last, ForecastError::trackingSignal),
                both(first, last, ForecastError::mase));
    }

    private static Periods periods(List<Told> all, Function<Told, @Nullable Units> which) {
        var periods = new Periods();
        all.forEach(one -> periods.add(which.apply(one), one.received));
        return periods;
    }

    private interface Measure {
        double of(long[] forecast, long[] actual);
    }

    private static Both both(Periods first, Periods last, Measure measure) {
        return new Both(
                measure.of(array(first.said()), array(first.came())),
                measure.of(array(last.said()), array(last.came())));
    }

    private static List<Long> sumUp(List<Long> units) {
        List<Long> sums = new ArrayList<>();
        long sum = 0;
        for (long one : units) {
            sum += one;
            sums.add(sum);
        }
        return sums;
    }

    private static long[] array(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /// Units said for and come in each week that is over, from the first in which there are any.
    private static final class Periods {
        private final SortedMap<Integer, Long> said = new TreeMap<>();
        private final SortedMap<Integer, Long> came = new TreeMap<>();

        void add(@Nullable Units promised, @Nullable Units received) {
            put(said, promised);
            put(came, received);
        }

        private static void put(SortedMap<Integer, Long> weeks, @Nullable Units units) {
            if (units != null && units.isOver()) {
                weeks.merge(units.week, units.count, Long::sum);
            }
        }

        List<Long> said() {
            return perWeek(said);
        }

        List<Long> came() {
            return perWeek(came);
        }

        private List<Long> perWeek(SortedMap<Integer, Long> weeks) {
            int first = Math.min(first(said), first(came));
            List<Long> units = new ArrayList<>();
            for (int week = first; week <= SupplierWords.NOW; week++) {
                units.add(weeks.getOrDefault(week, 0L));
            }
            return units;
        }

        private static int first(SortedMap<Integer, Long> weeks) {
            return weeks.isEmpty() ? SupplierWords.NOW + 1 : weeks.firstKey();
        }
    }
}
