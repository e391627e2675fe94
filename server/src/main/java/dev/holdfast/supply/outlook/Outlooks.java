package dev.holdfast.supply.outlook;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.OrderState;
import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.line.Finished;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.odds.Awaited;
import dev.holdfast.supply.odds.Bounds;
import dev.holdfast.supply.odds.Commitment;
import dev.holdfast.supply.odds.Scenarios;
import dev.holdfast.supply.odds.Spread;
import dev.holdfast.supply.odds.Windows;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Receipts;
import dev.holdfast.supply.plan.Rule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Computes how sure a launch's promised weeks are. Reads without a lock; takes seconds for a long line.
public final class Outlooks {
    private final Launch launch;
    private final Plants plants;
    private final Seat seat;

    Outlooks(Launch launch, Plants plants, Seat seat) {
        this.launch = launch;
        this.plants = plants;
        this.seat = seat;
    }

    /// The odds of what is promised now, by what is known now, when promises are made again by stay-put.
    ///
    /// @throws Problem UNKNOWN, or CAPACITY when others have something computed for too long
    public LaunchOdds odds(String slug) {
        LaunchView view = launch.look(slug);
        return seat.take(() -> odds(slug, view));
    }

    private LaunchOdds odds(String slug, LaunchView view) {
        LocalDate start = view.asOf()
                .atZone(view.definition().timeZone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<String> offers = view.definition().offers().stream()
                .map(LaunchDefinition.Offer::id)
                .toList();
        AssembledPlant plant = plants.assemble(view.number(), offers, Horizon.from(start));
        LineSnapshot all = launch.snapshot(slug, null);
        Line line = line(all.without(Finished.of(all, plant)), plant);
        return odds(view.number(), plant, line, Rule.STAY_PUT, () -> {});
    }

    /// The odds of what a line is promised, by what was known when its plant was. Nobody waits for them: they are
    /// computed one at a time, where runs are.
    ///
    /// @param line with the build weeks that are promised
    /// @param rule by which promises are made again in every draw, where the line is short
    /// @param before each scenario; may wait, to let others go first
    public LaunchOdds odds(int launch, AssembledPlant plant, Line line, Rule rule, Runnable before) {
        SupplierWords words = SupplierWords.of(plants.words(launch, plant.event()), plant);
        long seed = 31 * plant.event() + launch;
        var random = new SplittableRandom(seed);
        Scenarios scenarios = Scenarios.of(line.orders());
        Awaited awaited = Awaited.asOf(words.commitments(), words.suppliers().size(), SupplierWords.NOW);
        Rule drawn = Scenarios.rule(line, rule);
        Spread spread = scenarios.draw(certain(plant, awaited), line, drawn, awaited, random.split(), before);
        Past past = Past.of(words, random.split());
        Plan promised = promised(line, plant.plant());
        List<LaunchOdds.Window> windows = new Windows(plant.plant(), past.calibration(), words.supplierOfComponent())
                .of(line, promised, spread).stream()
                        .map(window -> window(plant, window))
                        .toList();
        return new LaunchOdds(
                plant.horizon().start(),
                plant.event(),
                seed,
                scenarios.count(),
                scenarios.block(),
                past.coverage(),
                windows,
                SupplierRecord.of(words));
    }

    /// How every supplier kept what it committed to, as far as the plant knows.
    public List<LaunchOdds.Supplier> suppliers(int launch, AssembledPlant plant) {
        return SupplierRecord.of(SupplierWords.of(plants.words(launch, plant.event()), plant));
    }

    /// What suppliers said, held against what came.
    public PastWords pastWords(int launch, AssembledPlant plant) {
        return PastWords.of(plants.words(launch, plant.event()), plant);
    }

    /// The plant without what is awaited, as it counts on it: in the week the supplier names, never before
    /// this one.
    private static Plant certain(AssembledPlant plant, Awaited awaited) {
        Receipts receipts = plant.plant().receipts();
        for (Commitment commitment : awaited.commitments()) {
            if (commitment.component() < plant.components().size()) {
                // What was built from it without anybody saying that it came is no part of what arrives.
                receipts.take(commitment.component(), Math.max(1, commitment.expected()), commitment.quantity());
            }
        }
        return plant.plant().withReceipts(receipts);
    }

    private static Line line(LineSnapshot snapshot, AssembledPlant plant) {
        int orders = snapshot.size();
        var configuration = new int[orders];
        var promised = new int[orders];
        var notBefore = new int[orders];
        var frozen = new boolean[orders];
        var band = new Band[orders];
        for (int order = 0; order < orders; order++) {
            configuration[order] =
                    plant.configurations().indexOf(snapshot.offers().get(snapshot.offer(order)));
            int week = snapshot.week(order);
            promised[order] = week == LineSnapshot.NONE
                    ? Line.NONE
                    : plant.buildWeek(configuration[order], LocalDate.ofEpochDay(week));
            band[order] = week == LineSnapshot.NONE ? Band.LOSE : Band.KEEP;
            frozen[order] = snapshot.state(order).compareTo(OrderState.LOCKED) >= 0;
        }
        return new Line(configuration, promised, notBefore, frozen, band);
    }

    /// What is promised, in the shape of a plan; what binds is what binds the plan of today.
    private static Plan promised(Line line, Plant plant) {
        var week = new int[line.orders()];
        for (int order = 0; order < week.length; order++) {
            week[order] =
                    line.isPromised(order) ? Math.clamp(line.promised()[order], 1, plant.beyond()) : plant.beyond();
        }
        return new Plan(week, Rule.LINE.plan(plant, line).binding());
    }

    private static LaunchOdds.Window window(AssembledPlant plant, Windows.Window window) {
        int configuration = window.configuration();
        Bounds bounds = window.bounds();
        return new LaunchOdds.Window(
                plant.configurations().get(configuration),
                plant.delivery(configuration, window.week()),
                window.orders(),
                monday(plant, configuration, Bounds.by(bounds.half())),
                monday(plant, configuration, Bounds.by(bounds.likely())),
                monday(plant, configuration, bounds.from()),
                monday(plant, configuration, bounds.to()));
    }

    private static @Nullable LocalDate monday(AssembledPlant plant, int configuration, int week) {
        return week > plant.plant().weeks() ? null : plant.delivery(configuration, Math.max(1, week));
    }
}
