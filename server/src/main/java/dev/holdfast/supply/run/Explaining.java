package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.outlook.Seat;
import dev.holdfast.supply.plan.Coverage;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Rule;
import dev.holdfast.supply.plan.Variation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Says of one order why a run gives it its week, and tries what would bring it forward.
final class Explaining {
    /// Each is a plan of the whole line; more than these a planner would not pull for one order.
    private static final int MAX_LEVERS = 4;

    private final Launch launch;
    private final Plants plants;
    private final RunStore runs;
    private final Replays replays;
    private final Seat seat;

    Explaining(Launch launch, Plants plants, RunStore runs, Replays replays, Seat seat) {
        this.launch = launch;
        this.plants = plants;
        this.runs = runs;
        this.replays = replays;
        this.seat = seat;
    }

    /// @throws Problem UNKNOWN `unknown_order` when the run does not know it, or CAPACITY
    OrderWhy explain(int number, RunStore.Row row, OrderId id, Asker asker) {
        Order order = launch.order(id, asker).order();
        return seat.take(() -> explain(number, row, id, order));
    }

    private OrderWhy explain(int number, RunStore.Row row, OrderId id, Order order) {
        Outcome outcome = replays.outcome(number, row);
        int at = number(outcome.input(), id, number);
        RunInput input = outcome.input();
        AssembledPlant plant = input.plant();
        int configuration = input.line().configuration()[at];
        int transit = launch.look(order.launch()).definition().transitWeeks(order.region());
        int week = outcome.plan().week()[at];
        return new OrderWhy(
                row.run().number(),
                id.toString(),
                order.position(),
                plant.configurations().get(configuration),
                order.region(),
                input.there().units()[configuration]
                        + IntStream.rangeClosed(0, at)
                                .filter(ahead -> input.line().configuration()[ahead] == configuration)
                                .count(),
                input.line().frozen()[at],
                input.line().band()[at].name().toLowerCase(Locale.ROOT),
                monday(plant, configuration, input.line().promised()[at], transit),
                monday(plant, configuration, outcome.told()[at], transit),
                week > plant.plant().weeks() ? null : plant.horizon().start().plusWeeks(week - 1L),
                held(number, row, outcome, at),
                curve(outcome, configuration),
                levers(outcome, row.run().wish(), at));
    }

    private static int number(RunInput input, OrderId id, int launch) {
        int at = id.launch() == launch ? ByPosition.of(input).number(id.position()) : -1;
        if (at >= 0) {
            return at;
        }
        throw new Problem(
                Problem.Kind.UNKNOWN,
                "unknown_order",
                "The run has no week for order " + id + ". Its unit was there already, or it entered the line later.");
    }

    private static @Nullable LocalDate monday(AssembledPlant plant, int configuration, int week, int transit) {
        return week == Line.NONE ? null : plant.delivery(configuration, week).plusWeeks(transit);
    }

    private OrderWhy.@Nullable HeldBy held(int number, RunStore.Row row, Outcome outcome, int order) {
        int binding = outcome.plan().binding()[order];
        if (binding == Plan.NOTHING) {
            return null;
        }
        AssembledPlant plant = outcome.input().plant();
        int base = row.run().base();
        long known = base == 0
                ? 0
                : Replays.inputs(runs.find(number, base).orElseThrow().run()).supplyEvent();
        var causes = new Causes(outcome, plants.touched(number, known, plant.event()));
        String kind = plant.isComponent(binding) ? "component" : "resource";
        return new OrderWhy.HeldBy(
                kind, plant.bindingName(binding), causes.of(order, true).event());
    }

    private static List<OrderWhy.CurveStep> curve(Outcome outcome, int configuration) {
        String name = outcome.input().plant().configurations().get(configuration);
        return Keeping.curves(outcome).stream()
                .filter(step -> step.configuration().equals(name))
                .map(step -> new OrderWhy.CurveStep(step.week(), step.builds()))
                .toList();
    }

    /// What binds it first, then what is shortest of its bill, then its route.
    private static List<OrderWhy.Lever> levers(Outcome outcome, PlanWish wish, int order) {
        AssembledPlant plant = outcome.input().plant();
        int configuration = outcome.input().line().configuration()[order];
        int week = Math.min(outcome.plan().week()[order], plant.plant().weeks());
        Coverage coverage = Coverage.of(plant.plant(), outcome.built());
        Set<Integer> candidates = new LinkedHashSet<>();
        if (outcome.plan().binding()[order] != Plan.NOTHING) {
            candidates.add(outcome.plan().binding()[order]);
        }
        IntStream.range(0, plant.components().size())
                .filter(component -> coverage.needs(configuration, week, component))
                .boxed()
                .sorted(Comparator.comparingLong(component -> coverage.left(component, week)))
                .limit(MAX_LEVERS)
                .forEach(candidates::add);
        IntStream.range(0, plant.resources().size())
                .filter(resource -> coverage.takes(configuration, resource))
                .forEach(resource -> candidates.add(plant.components().size() + resource));
        Rule rule = Labels.rule(wish.rule()).orElseThrow();
        List<OrderWhy.Lever> levers = new ArrayList<>();
        candidates.stream().limit(MAX_LEVERS).forEach(candidate -> {
            Plan now = rule.plan(
                    pulled(plant, coverage, candidate), outcome.input().line());
            String kind = plant.isComponent(candidate) ? "component" : "resource";
            int gained = Math.max(0, outcome.plan().week()[order] - now.week()[order]);
            levers.add(new OrderWhy.Lever(kind, plant.bindingName(candidate), gained));
        });
        levers.sort(Comparator.comparingInt(OrderWhy.Lever::weeks).reversed());
        return levers;
    }

    private static Plant pulled(AssembledPlant plant, Coverage coverage, int candidate) {
        var variation = new Variation(plant.plant());
        if (plant.isComponent(candidate)) {
            return variation.expedite(candidate, coverage.firstWeek(), 1).plant();
        }
        int resource = candidate - plant.components().size();
        for (int week = 1; week <= plant.plant().weeks(); week++) {
            variation.capacity(resource, week, week, Math.ceilDiv(coverage.capacity(resource, week), 10L));
        }
        return variation.plant();
    }
}
