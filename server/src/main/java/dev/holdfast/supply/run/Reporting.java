package dev.holdfast.supply.run;

import dev.holdfast.launch.Liability;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts what the engine answers into the words of the people who read it.
final class Reporting {
    /// Broken frozen promises are listed by position, from the back of the line; more than these only count.
    private static final int MAX_LISTED = 1_000;

    private final Standing standing;
    private final Outcome outcome;
    private final PlanWish wish;

    Reporting(Standing standing, Outcome outcome, PlanWish wish) {
        this.standing = standing;
        this.outcome = outcome;
        this.wish = wish;
    }

    /// @param suppliers of a component, by its name
    /// @param knownPositions orders beyond this position entered since the plan in force was published
    PlanReport report(Map<String, List<String>> suppliers, long knownPositions, @Nullable Liability liability) {
        AssembledPlant plant = standing.input().plant();
        return new PlanReport(
                figures(outcome.figures()),
                Movement.of(standing, outcome),
                bound(outcome.bound(), outcome.figures()),
                choices(),
                Leads.of(plant, outcome.worth(), suppliers),
                held(),
                confirmation(knownPositions),
                frozenExceptions(),
                liability,
                plant.notes());
    }

    static PlanReport.Figures figures(Figures figures) {
        return new PlanReport.Figures(
                figures.orders(),
                figures.beyondHorizon(),
                figures.totalWaitingWeeks(),
                figures.totalLatenessWeeks(),
                figures.promisesBroken(),
                figures.frozenViolations(),
                figures.overtakes(),
                figures.envy());
    }

    private static PlanReport.Bound bound(LatenessBound bound, Figures figures) {
        double gap = bound.gap(figures.totalLatenessWeeks());
        return new PlanReport.Bound(bound.value(), Double.isNaN(gap) ? null : gap, bound.iterations());
    }

    private List<PlanReport.Choice> choices() {
        return outcome.frontier().stream()
                .map(point -> new PlanReport.Choice(
                        point.rule().label(),
                        point.frozenWeeks(),
                        point.rule().label().equals(wish.rule()) && point.frozenWeeks() == wish.frozenWeeks(),
                        point.moved(),
                        figures(point.figures())))
                .toList();
    }

    List<PlanReport.Held> held() {
        AssembledPlant plant = standing.input().plant();
        int names = plant.components().size() + plant.resources().size();
        var orders = new long[names];
        var later = new long[names];
        Line line = standing.input().line();
        for (int order = 0; order < line.orders(); order++) {
            int binding = outcome.plan().binding()[order];
            // A configuration that a what-if closed is held by a gate that has no name.
            if (binding != Plan.NOTHING && binding < names) {
                int was = standing.was()[order];
                int now = outcome.told()[order];
                orders[binding]++;
                later[binding] += was != Line.NONE && was != now && (now == Line.NONE || now > was) ? 1 : 0;
            }
        }
        List<PlanReport.Held> held = new ArrayList<>();
        for (int at = 0; at < names; at++) {
            if (orders[at] > 0) {
                String kind = plant.isComponent(at) ? "component" : "resource";
                held.add(new PlanReport.Held(kind, plant.bindingName(at), orders[at], later[at]));
            }
        }
        held.sort(Comparator.comparingLong(PlanReport.Held::orders).reversed());
        return held;
    }

    private PlanReport.Confirmation confirmation(long knownPositions) {
        long quoted = 0;
        long confirmed = 0;
        for (int order = 0; order < standing.input().orders(); order++) {
            if (standing.line().position(order) > knownPositions) {
                quoted++;
                confirmed += outcome.told()[order] == standing.was()[order] ? 1 : 0;
            }
        }
        return new PlanReport.Confirmation(quoted, confirmed, quoted == 0 ? null : (double) confirmed / quoted);
    }

    private List<Long> frozenExceptions() {
        List<Long> positions = new ArrayList<>();
        Line line = standing.input().line();
        for (int order = line.orders() - 1; order >= 0 && positions.size() < MAX_LISTED; order--) {
            if (line.isFrozenLate(order, outcome.plan().week()[order])) {
                positions.add(standing.line().position(order));
            }
        }
        return positions;
    }
}
