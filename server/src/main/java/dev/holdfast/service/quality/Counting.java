package dev.holdfast.service.quality;

import dev.holdfast.delivery.unit.Fleet;
import dev.holdfast.delivery.unit.Fleet.Built;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts the faults of a launch against its units, in each of the ways that units have something in
/// common.
final class Counting {
    /// Lots that are judged of a component: those in which most was found. Fewer cannot raise a false alarm
    /// more.
    static final int MAX_LOTS = 200;

    private final FaultStore store;
    private final Fleet fleet;
    private final Budget budget;

    Counting(FaultStore store, Fleet fleet, Budget budget) {
        this.store = store;
        this.fleet = fleet;
        this.budget = budget;
    }

    /// What is the same for all components of a launch at one look.
    record Ground(String launch, List<Built> built, int lots, int components, Duration sinceLook, Instant now) {}

    Ground ground(String launch, int components, Duration sinceLook, Instant now) {
        return new Ground(launch, fleet.built(launch), fleet.lots(), components, sinceLook, now);
    }

    /// @param since faults and days before are left out
    Rates rates(Ground ground, String component, Instant since) {
        Tally tally = new Tally(store.faults(ground.launch(), component), ground.built(), since, ground.now());
        Cell all = tally.all();
        List<Cell> weeks = tally.weeks();
        List<Cell> configurations = tally.configurations();
        List<Rates.Row> rows = new ArrayList<>();
        judge(rows, ground, all, lots(ground.launch(), tally), ground.lots());
        judge(rows, ground, all, weeks, weeks.size());
        judge(rows, ground, all, configurations, configurations.size());
        return new Rates(component, ground.now(), all, rows);
    }

    private List<Cell> lots(String launch, Tally tally) {
        Map<String, Set<String>> lotsOf = fleet.lotsOf(tally.serials());
        Map<String, Integer> counts = new HashMap<>();
        lotsOf.values().forEach(lots -> lots.forEach(lot -> counts.merge(lot, 1, Integer::sum)));
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_LOTS)
                .map(Map.Entry::getKey)
                .toList();
        return tally.lots(lotsOf, fleet.builtOf(launch, most)).stream()
                .filter(cell -> cell.units() > 0)
                .toList();
    }

    /// @param cells how many there are of the kind, those without a fault among them
    private void judge(List<Rates.Row> rows, Ground ground, Cell all, List<Cell> of, int cells) {
        double allowed = budget.allowed(ground.sinceLook(), ground.components(), cells);
        of.stream()
                .map(cell -> new Rates.Row(cell, cell.expected(all), Budget.chance(cell, all), allowed))
                .sorted(Comparator.comparingDouble(Rates.Row::chance)
                        .thenComparing(row -> row.cell().value()))
                .forEach(rows::add);
    }
}
