package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Component;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.outlook.Seat;
import dev.holdfast.supply.plan.Plant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The face of the one room: what is so now, and what would be if. Computed in memory and forgotten.
public final class OneRoom {
    private final Launch launch;
    private final Plants plants;
    private final RunStore runs;
    private final KeptStore kept;
    private final OddsStore odds;
    private final Outlooks outlooks;
    private final Seat seat;

    OneRoom(Launch launch, Plants plants, RunStore runs, KeptStore kept, OddsStore odds, Outlooks outlooks, Seat seat) {
        this.launch = launch;
        this.plants = plants;
        this.runs = runs;
        this.kept = kept;
        this.odds = odds;
        this.outlooks = outlooks;
        this.seat = seat;
    }

    private record Now(LaunchView view, Standing standing, Outcome outcome) {}

    /// @throws Problem UNKNOWN, or CAPACITY when others look at rooms for too long
    public Room look(String slug, Room.Look look) {
        launch.number(slug);
        return seat.take(() -> {
            Now now = now(slug, PlanWish.USUAL);
            int inForce = runs.inForce(now.view.number());
            Map<String, List<KeptStore.Step>> planned =
                    inForce == 0 ? Map.of() : kept.curves(now.view.number(), inForce);
            List<Component> components = plants.components(
                    now.view.number(), now.standing.input().plant().event());
            var reliability = new Room.Reliability(
                    odds.coverage(now.view.number(), inForce).orElse(null),
                    outlooks.suppliers(now.view.number(), now.standing.input().plant()).stream()
                            .map(OneRoom::supplier)
                            .toList());
            return new RoomReading(now.view, now.outcome, planned, components, look).room(inForce, reliability);
        });
    }

    private static Room.SupplierLine supplier(LaunchOdds.Supplier one) {
        return new Room.SupplierLine(
                one.supplier(),
                one.commitments(),
                Double.isNaN(one.clip()) ? null : one.clip(),
                one.medianLate(),
                one.ninthDecileLate());
    }

    /// Plans every scenario beside the plan of this moment.
    ///
    /// @throws Problem UNKNOWN, INVALID with the first change that does not fit, or CAPACITY
    public WhatIf whatIf(String slug, WhatIf.Wish wish) {
        launch.number(slug);
        PlanWish plan = wish(wish);
        return seat.take(() -> {
            Now now = now(slug, plan);
            List<Plant> changed = new ArrayList<>();
            AssembledPlant plant = now.standing.input().plant();
            for (int at = 0; at < wish.scenarios().size(); at++) {
                changed.add(Changing.of(plant, wish.scenarios().get(at).changes(), "scenarios[" + at + "]"));
            }
            List<WhatIf.Result> results = new ArrayList<>();
            for (int at = 0; at < changed.size(); at++) {
                results.add(result(wish.scenarios().get(at).name(), now, changed.get(at), plan));
            }
            return new WhatIf(result("as_is", now, plant.plant(), plan), results);
        });
    }

    private WhatIf.Result result(String name, Now now, Plant plant, PlanWish plan) {
        long began = System.nanoTime();
        RunInput input = now.standing.input().with(now.standing.input().plant().with(plant));
        Outcome outcome = Outcomes.plain(input, plan, new int[0]);
        PlanReport.Moves moves = Movement.of(now.standing, outcome);
        long earlier = 0;
        long later = 0;
        for (int order = 0; order < input.orders(); order++) {
            int difference = outcome.plan().week()[order] - now.outcome.plan().week()[order];
            earlier += difference < 0 ? 1 : 0;
            later += difference > 0 ? 1 : 0;
        }
        return new WhatIf.Result(
                name,
                Reporting.figures(outcome.figures()),
                moves.total(),
                moves.earlier(),
                moves.later(),
                moves.lost(),
                moves.reached(),
                moves.byWeeks(),
                moves.yearsCrossed(),
                moves.byConfiguration(),
                moves.byRegion(),
                earlier,
                later,
                new Reporting(now.standing, outcome, plan).held(),
                Math.round((System.nanoTime() - began) / 1e6) / 1e3);
    }

    private Now now(String slug, PlanWish wish) {
        LaunchView view = launch.look(slug);
        LineSnapshot snapshot = launch.snapshot(slug, null);
        LocalDate thisWeek = Computing.thisWeek(view);
        AssembledPlant plant =
                plants.assemble(view.number(), Computing.offers(view), Computing.horizon(thisWeek, wish));
        Standing standing = Preparation.of(snapshot, plant, wish, thisWeek);
        return new Now(view, standing, Outcomes.plain(standing.input(), wish, new int[0]));
    }

    private static PlanWish wish(WhatIf.Wish wish) {
        PlanWish usual = PlanWish.USUAL;
        PlanWish plan = new PlanWish(
                wish.rule(),
                wish.weeks(),
                wish.frozenWeeks(),
                usual.improvementWeeks(),
                usual.stableRuns(),
                usual.forecast(),
                false,
                usual.bands(),
                usual.atFault(),
                usual.note());
        List<Fault> faults = plan.faults();
        if (wish.scenarios().size() > WhatIf.MAX_SCENARIOS) {
            faults.add(
                    new Fault("scenarios", wish.scenarios().size() + " scenarios", "may have " + WhatIf.MAX_SCENARIOS));
        }
        wish.scenarios().stream()
                .filter(scenario -> scenario.changes().size() > WhatIf.MAX_CHANGES)
                .findFirst()
                .ifPresent(scenario -> faults.add(new Fault(
                        "changes",
                        scenario.changes().size() + " changes of " + scenario.name(),
                        "may have " + WhatIf.MAX_CHANGES)));
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "The scenarios cannot be planned: " + first.where() + " '" + first.value() + "' " + first.reason()
                            + ".",
                    faults);
        }
        return plan;
    }
}
