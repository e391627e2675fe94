package dev.holdfast.supply.line;

import dev.holdfast.launch.Curve;
import dev.holdfast.launch.CurvesOnPaper;
import dev.holdfast.launch.Engine;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Counting;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.plan.PlantBuilder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The curves of a simulated launch as a plant that makes exactly that: each offer has a part of its own, with the
/// receipts of its curve, and all share one that there is enough of.
final class Bills implements Engine {
    private static final int WEEKS = 60;

    /// Some weeks before anybody orders.
    private static final LocalDate START = CurvesOnPaper.FIRST_WEEK.minusWeeks(4);

    @Override
    public Supplies supplies(CurvesOnPaper written, List<String> offers) {
        return new OnPaper(written);
    }

    @Override
    public SupplyLine line(Map<String, Curve> curves) {
        return new PlannedLine(plant(curves), START, List.of());
    }

    private static AssembledPlant plant(Map<String, Curve> curves) {
        List<String> offers = List.copyOf(new TreeSet<>(curves.keySet()));
        int shared = offers.size();
        PlantBuilder plant = new PlantBuilder(WEEKS, shared, shared + 1, 0);
        for (int offer = 0; offer < shared; offer++) {
            plant.need(offer, offer, 1, 0).need(offer, shared, 2, 0);
            receive(plant, offer, shared, curves.getOrDefault(offers.get(offer), Curve.NOTHING));
        }
        return new AssembledPlant(
                0,
                new Horizon(START, WEEKS, Counting.COMMITTED),
                plant.build(),
                offers,
                offers,
                List.of(),
                Collections.nCopies(shared, 0),
                Map.of(),
                "sha256:none",
                List.of());
    }

    private static void receive(PlantBuilder plant, int own, int shared, Curve curve) {
        long before = 0;
        for (int at = 0; at < curve.weeks().size(); at++) {
            int week = (int) ChronoUnit.WEEKS.between(START, curve.weeks().get(at)) + 1;
            long more = curve.cumulative().get(at) - before;
            before = curve.cumulative().get(at);
            plant.receive(own, week, more).receive(shared, week, 2 * more);
        }
    }

    private record OnPaper(CurvesOnPaper paper) implements Supplies {
        @Override
        public SupplyLine line(int launch, List<Checkpoint> checkpoint) {
            return new PlannedLine(plant(paper.of(launch)), START, checkpoint);
        }

        @Override
        public Planned planned(int launch, int run) {
            return paper.planned(launch, run);
        }
    }
}
