package dev.holdfast.supply.run;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Liability;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.supply.BuiltUnits;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Building;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.master.Teller;
import dev.holdfast.supply.master.Touched;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes a run from what the launch and the suppliers said, and keeps it; or computes a kept one again.
final class Computing {
    /// Who builds, as its events name it.
    private static final String PLANT = "plant";

    private final Launch launch;
    private final Plants plants;
    private final BuiltUnits units;
    private final Building building;
    private final Replays replays;
    private final RunStore runs;
    private final KeptStore kept;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Computing(
            Launch launch,
            Plants plants,
            BuiltUnits units,
            Building building,
            Replays replays,
            RunStore runs,
            KeptStore kept,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.plants = plants;
        this.units = units;
        this.building = building;
        this.replays = replays;
        this.runs = runs;
        this.kept = kept;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A run computed and not yet kept.
    ///
    /// @param line packed
    /// @param movers null where another line tells whom it moves
    @SuppressWarnings("ArrayRecordComponent") // handed on once; nobody compares two
    record Fresh(Outcome outcome, byte[] line, @Nullable Movers movers, RunStore.Computed row) {}

    /// Computes a run whose row is there, and keeps what came out.
    void compute(String slug, int run, Progress progress) {
        int number = launch.number(slug);
        RunStore.Row row = runs.find(number, run).orElseThrow();
        Fresh fresh = fresh(slug, row, progress);
        progress.at(Progress.Step.WRITING, 0);
        transactions.executeWithoutResult(status -> {
            runs.computed(number, run, fresh.row);
            kept.add(number, run, Keeping.curves(fresh.outcome), fresh.line);
        });
        replays.remember(number, run, fresh.outcome, fresh.movers, Hashes.of(fresh.line));
    }

    private Fresh fresh(String slug, RunStore.Row row, Progress progress) {
        long began = System.nanoTime();
        progress.at(Progress.Step.READING, 0);
        LaunchView view = launch.look(slug);
        PlanWish wish = row.run().wish();
        Integer again = row.run().republishes();
        LineSnapshot snapshot = launch.snapshot(slug, again);
        replays.makeRoom(snapshot.size());
        LocalDate thisWeek = thisWeek(view);
        AssembledPlant plant =
                again == null ? told(view, horizon(thisWeek, wish)) : replays.plant(view.number(), again);
        Standing standing = Preparation.of(snapshot, plant, wish, thisWeek);
        LineSnapshot now = again == null ? snapshot : launch.snapshot(slug, null);
        if (again != null) {
            standing = Preparation.before(standing, now);
        }
        List<Integer> agreeing = wish.stableRuns() == 1
                ? List.of()
                : runs.before(view.number(), row.run().number(), wish.stableRuns() - 1);
        int[] agreed = replays.agreed(view.number(), standing.input(), wish, agreeing);
        byte[] plain;
        byte[] packed;
        Outcome outcome;
        try (Bounding bounding = Bounding.of(standing.input())) {
            plain = LinePack.plain(standing.input());
            packed = LinePack.pack(plain);
            outcome = Outcomes.full(standing.input(), wish, agreed, bounding, progress);
        }
        Movers movers = Movers.of(outcome, now, again != null);
        PlanReport report = new Reporting(standing, outcome, wish)
                .report(
                        Leads.suppliers(plants.components(view.number(), plant.event())),
                        known(view.number(), row.run().base()),
                        liability(view, movers, outcome, wish));
        double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
        var inputs = new PlanRun.Inputs(
                plant.horizon().start(),
                plant.horizon().weeks(),
                plant.event(),
                snapshot.sequence(),
                snapshot.size(),
                report.moves().total(),
                plant.hash(),
                Hashes.ofInput(standing.input(), plain, wish, agreeing),
                Hashes.ofResult(outcome));
        var computed = new RunStore.Computed(
                inputs, plant.configurations(), agreeing, view.line().positions(), report, seconds);
        return new Fresh(outcome, packed, again == null ? movers : null, computed);
    }

    /// The plant of now. What was built is told after the line was read, so of whoever has a unit there it is known.
    private AssembledPlant told(LaunchView view, Horizon horizon) {
        ZoneId zone = view.definition().timeZone();
        var teller = new Teller(view.number(), Set.copyOf(offers(view)), zone, PLANT, PLANT, clock.instant());
        transactions.executeWithoutResult(status -> building.tell(teller, units.of(view.number(), zone)));
        return plants.assemble(view.number(), offers(view), horizon);
    }

    /// The last position that the plan in force knew.
    private long known(int launch, int base) {
        return base == 0
                ? Long.MAX_VALUE
                : runs.find(launch, base).orElseThrow().positions();
    }

    /// What its moves would be granted, with what each member was granted before; null: the launch grants nothing.
    private @Nullable Liability liability(LaunchView view, Movers movers, Outcome outcome, PlanWish wish) {
        if (view.definition().compensation().isEmpty()) {
            return null;
        }
        // Who is granted what does not depend on the event behind it.
        Causes causes = new Causes(outcome, Touched.nothing());
        return launch.liability(
                view.number(),
                Labels.atFault(wish.atFault()).orElseThrow(),
                new Moving(outcome, causes, movers).moves());
    }

    /// The Monday of this week in the launch's time zone.
    static LocalDate thisWeek(LaunchView view) {
        return view.asOf()
                .atZone(view.definition().timeZone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static List<String> offers(LaunchView view) {
        return view.definition().offers().stream()
                .map(LaunchDefinition.Offer::id)
                .toList();
    }

    static Horizon horizon(LocalDate start, PlanWish wish) {
        return new Horizon(start, wish.weeks(), Replays.counting(wish));
    }
}
