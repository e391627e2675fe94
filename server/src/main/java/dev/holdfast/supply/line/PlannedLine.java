package dev.holdfast.supply.line;

import dev.holdfast.launch.OneCurve;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.LineCounts;
import dev.holdfast.supply.plan.OpenLine;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.UnitsThere;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The line of a launch under a published plan: a quote is a step of the plan, so that the next run confirms it.
///
/// Weeks come and go as Mondays of the delivery week; a configuration's unit is built its `deliveryWeeks` before. An
/// offer that the plan does not know has no supply: whoever orders it waits.
public final class PlannedLine implements SupplyLine {
    private final AssembledPlant plant;
    private final Map<String, Integer> configurations;
    private final OpenLine line;
    private final SupplyLine unknown;
    /// The build week of the latest step: capacity before it is gone, so [#remaining] does not count it.
    private int thisWeek;

    /// Goes on from where the line's last batch, under the same plan, left every offer.
    public PlannedLine(AssembledPlant plant, LocalDate thisWeek, List<Supplies.Checkpoint> checkpoint) {
        this(plant, thisWeek, new OpenLine(plant.plant(), counts(plant, checkpoint)), checkpoint);
    }

    private PlannedLine(AssembledPlant plant, LocalDate thisWeek, OpenLine line, List<Supplies.Checkpoint> checkpoint) {
        this.plant = plant;
        this.configurations = byName(plant);
        this.line = line;
        this.unknown = new OneCurve(
                Map.of(),
                checkpoint.stream()
                        .filter(at -> !configurations.containsKey(at.offer()))
                        .toList());
        this.thisWeek = plant.buildWeek(thisWeek);
    }

    private PlannedLine(PlannedLine other) {
        this.plant = other.plant;
        this.configurations = other.configurations;
        this.line = other.line.copy();
        this.unknown = other.unknown.copy();
        this.thisWeek = other.thisWeek;
    }

    /// The line as a plan run leaves it, with every order of its snapshot in the week that the run gives it.
    ///
    /// @param published the build week each order is promised once the run is published, as in the plan
    /// @param there the orders of the snapshot that the run did not plan
    public static PlannedLine planned(
            AssembledPlant plant, LocalDate thisWeek, Line orders, Plan plan, int[] published, UnitsThere there) {
        LineCounts counts = LineCounts.of(plant.plant(), orders, plan, published, there);
        return new PlannedLine(plant, thisWeek, new OpenLine(plant.plant(), counts), List.of());
    }

    private static LineCounts counts(AssembledPlant plant, List<Supplies.Checkpoint> checkpoint) {
        LineCounts counts =
                new LineCounts(plant.plant().configurations(), plant.plant().weeks());
        BuildsText builds = new BuildsText(plant.horizon().start(), counts);
        Map<String, Integer> configurations = byName(plant);
        for (Supplies.Checkpoint at : checkpoint) {
            Integer configuration = configurations.get(at.offer());
            if (configuration != null) {
                builds.read(at.builds(), configuration, at.live());
                at.furthest().ifPresent(week -> counts.reach(configuration, plant.buildWeek(configuration, week)));
            }
        }
        return counts;
    }

    private static Map<String, Integer> byName(AssembledPlant plant) {
        Map<String, Integer> configurations = new HashMap<>();
        for (String name : plant.configurations()) {
            configurations.put(name, configurations.size());
        }
        return configurations;
    }

    @Override
    public Optional<LocalDate> quote(String offer, LocalDate thisWeek) {
        Integer configuration = configurations.get(offer);
        return configuration == null
                ? Optional.empty()
                : delivery(configuration, line.quote(configuration, plant.buildWeek(thisWeek)));
    }

    @Override
    public Optional<LocalDate> take(String offer, LocalDate thisWeek) {
        Integer configuration = configurations.get(offer);
        if (configuration == null) {
            return unknown.take(offer, thisWeek);
        }
        return delivery(configuration, line.take(configuration, at(thisWeek)));
    }

    @Override
    public void taken(String offer, @Nullable LocalDate week) {
        Integer configuration = configurations.get(offer);
        if (configuration == null) {
            unknown.taken(offer, week);
        } else {
            line.taken(configuration, built(configuration, week));
        }
    }

    @Override
    public Optional<LocalDate> keep(String offer, @Nullable LocalDate week, LocalDate thisWeek) {
        Integer configuration = configurations.get(offer);
        if (configuration == null) {
            return unknown.keep(offer, week, thisWeek);
        }
        return delivery(configuration, line.keep(configuration, built(configuration, week), at(thisWeek)));
    }

    @Override
    public void release(String offer, @Nullable LocalDate week) {
        Integer configuration = configurations.get(offer);
        if (configuration == null) {
            unknown.release(offer, week);
        } else {
            line.release(configuration, built(configuration, week));
        }
    }

    @Override
    public long remaining(String offer) {
        Integer configuration = configurations.get(offer);
        return configuration == null ? unknown.remaining(offer) : line.remaining(configuration, thisWeek);
    }

    @Override
    public long live(String offer) {
        Integer configuration = configurations.get(offer);
        return configuration == null ? unknown.live(offer) : line.counts().live(configuration);
    }

    @Override
    public Supplies.Checkpoint checkpoint(String offer) {
        Integer configuration = configurations.get(offer);
        if (configuration == null) {
            return unknown.checkpoint(offer);
        }
        LineCounts counts = line.counts();
        int furthest = counts.furthest(configuration);
        return new Supplies.Checkpoint(
                offer,
                counts.live(configuration),
                furthest == 0 ? Optional.empty() : delivery(configuration, furthest),
                new BuildsText(plant.horizon().start(), counts)
                        .write(configuration, plant.plant().weeks()));
    }

    @Override
    public PlannedLine copy() {
        return new PlannedLine(this);
    }

    private int at(LocalDate now) {
        int week = plant.buildWeek(now);
        thisWeek = Math.max(thisWeek, week);
        return week;
    }

    private int built(int configuration, @Nullable LocalDate week) {
        return week == null ? plant.plant().beyond() : Math.max(1, plant.buildWeek(configuration, week));
    }

    private Optional<LocalDate> delivery(int configuration, int week) {
        return week >= plant.plant().beyond() ? Optional.empty() : Optional.of(plant.delivery(configuration, week));
    }
}
