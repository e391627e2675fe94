package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderState;
import dev.holdfast.supply.line.Finished;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.UnitsThere;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns the line as the launch has it into the line as the engine reads it: the orders for which a unit is to be
/// built.
final class Preparation {
    private final LineSnapshot snapshot;
    private final AssembledPlant plant;
    private final PlanWish wish;
    private final int floor;
    private final int[] configurations;
    private final UnitsThere there;

    private Preparation(LineSnapshot snapshot, AssembledPlant plant, PlanWish wish, LocalDate thisWeek) {
        BitSet finished = Finished.of(snapshot, plant);
        this.snapshot = snapshot.without(finished);
        this.plant = plant;
        this.wish = wish;
        this.floor = Math.max(1, plant.buildWeek(thisWeek));
        this.configurations = configurations(snapshot, plant);
        this.there = UnitsThere.none(plant.configurations().size());
        finished.stream().forEach(order -> {
            int configuration = configurations[snapshot.offer(order)];
            int promised = promised(plant, floor, configuration, snapshot.week(order));
            there.add(configuration, promised == Line.NONE ? 0 : promised);
        });
    }

    /// The engine's number of each offer of a line; below 0: the plant does not know it.
    static int[] configurations(LineSnapshot line, AssembledPlant plant) {
        return line.offers().stream().mapToInt(plant.configurations()::indexOf).toArray();
    }

    /// @param thisWeek nothing is built before it
    static Standing of(LineSnapshot snapshot, AssembledPlant plant, PlanWish wish, LocalDate thisWeek) {
        return new Preparation(snapshot, plant, wish, thisWeek).standing();
    }

    /// Before the windows that the orders have in another snapshot; an order that is not in it keeps its own.
    static Standing before(Standing standing, LineSnapshot now) {
        RunInput input = standing.input();
        ByPosition run = ByPosition.of(input);
        int[] was = input.line().promised().clone();
        for (int at = 0; at < now.size(); at++) {
            int order = run.number(now.firstPosition(at));
            if (order >= 0) {
                was[order] = promised(input.plant(), input.floor(), input.line().configuration()[order], now.week(at));
            }
        }
        return standing.before(was);
    }

    private Standing standing() {
        int orders = snapshot.size();
        var line = new Line(new int[orders], new int[orders], new int[orders], new boolean[orders], new Band[orders]);
        var position = new long[orders];
        for (int order = 0; order < orders; order++) {
            int configuration = configurations[snapshot.offer(order)];
            Check.that(configuration >= 0, "The plant does not know offer %s.", snapshot.offer(order));
            int promised = promised(plant, floor, configuration, snapshot.week(order));
            line.configuration()[order] = configuration;
            line.promised()[order] = promised;
            line.notBefore()[order] = floor;
            line.frozen()[order] =
                    isLocked(snapshot.state(order)) || RunInput.isWithin(promised, floor, wish.frozenWeeks());
            line.band()[order] = promised == Line.NONE ? ofWaiting(band(order)) : band(order);
            position[order] = snapshot.firstPosition(order);
        }
        var input = new RunInput(plant, line, floor, position, there);
        return new Standing(input, snapshot, line.promised());
    }

    /// A window of a week gone by that was not served yet is due now.
    static int promised(AssembledPlant plant, int floor, int configuration, int day) {
        return day == LineSnapshot.NONE
                ? Line.NONE
                : Math.max(floor, plant.buildWeek(configuration, LocalDate.ofEpochDay(day)));
    }

    private static boolean isLocked(OrderState state) {
        return state != OrderState.HELD && state != OrderState.PLACED;
    }

    private Band band(int order) {
        for (PlanWish.BandRule rule : wish.bands()) {
            boolean fits = fits(rule.offer(), name(snapshot.offers(), snapshot.offer(order)))
                    && fits(rule.region(), name(snapshot.regions(), snapshot.region(order)))
                    && fits(rule.store(), name(snapshot.stores(), snapshot.store(order)));
            if (fits) {
                return Labels.band(rule.band()).orElseThrow();
            }
        }
        return Band.KEEP;
    }

    /// Who waits stands in front of people who were promised what a release may bring back to both: choosing in their
    /// place they would break those promises, and no quote could be relied on. What the planner asked for stays.
    private static Band ofWaiting(Band band) {
        return band == Band.KEEP || band == Band.FILL ? Band.LOSE : band;
    }

    private static boolean fits(@Nullable String wanted, @Nullable String name) {
        return wanted == null || Objects.equals(wanted, name);
    }

    private static @Nullable String name(List<String> names, int index) {
        return index < 0 ? null : names.get(index);
    }
}
