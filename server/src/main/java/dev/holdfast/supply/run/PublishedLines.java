package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Supplies.Checkpoint;
import dev.holdfast.launch.Supplies.Planned;
import dev.holdfast.launch.Supplies.Weeks;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.supply.line.PlannedLine;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Line;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The lines of launches that stand under a published plan.
public final class PublishedLines {
    private final RunStore runs;
    private final Replays replays;
    private final InstantSource clock;

    PublishedLines(RunStore runs, Replays replays, InstantSource clock) {
        this.runs = runs;
        this.replays = replays;
        this.clock = clock;
    }

    /// Whether a plan of the launch was ever published.
    public boolean published(int launch) {
        return runs.inForce(launch) > 0;
    }

    /// The line under the plan in force; empty before the first was published.
    public Optional<SupplyLine> line(int launch, List<Checkpoint> checkpoint) {
        int run = runs.inForce(launch);
        return run == 0
                ? Optional.empty()
                : Optional.of(new PlannedLine(replays.plant(launch, run), thisWeek(), checkpoint));
    }

    /// The line as a run that was computed left it.
    ///
    /// @throws Problem UNKNOWN
    public Planned planned(int launch, int run) {
        Outcome outcome = replays.outcome(
                launch,
                runs.find(launch, run)
                        .filter(row -> row.run().inputs() != null)
                        .orElseThrow(() -> new Problem(
                                Problem.Kind.UNKNOWN,
                                "unknown_plan",
                                "Launch " + launch + " has no plan run " + run + ".")));
        AssembledPlant plant = outcome.input().plant();
        int beyond = plant.plant().beyond();
        int[] told = Arrays.stream(outcome.told())
                .map(week -> week == Line.NONE ? beyond : week)
                .toArray();
        SupplyLine line = PlannedLine.planned(
                plant,
                thisWeek(),
                withoutFloor(outcome.input().line()),
                outcome.plan(),
                told,
                outcome.input().there());
        return new Planned(line, weeks(outcome));
    }

    private static Weeks weeks(Outcome outcome) {
        ByPosition orders = ByPosition.of(outcome.input());
        return (order, otherwise) -> {
            int number = orders.number(order.position());
            return number < 0 ? otherwise : outcome.delivery(number);
        };
    }

    /// That nothing is built before this week is nobody's own wish to wait.
    private static Line withoutFloor(Line line) {
        return new Line(line.configuration(), line.promised(), new int[line.orders()], line.frozen(), line.band());
    }

    /// Only what is shown as free depends on it; each step of a line brings the week of its own launch.
    private LocalDate thisWeek() {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
