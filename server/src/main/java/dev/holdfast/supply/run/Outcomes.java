package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Builds;
import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Rule;
import dev.holdfast.supply.plan.Windows;
import dev.holdfast.supply.plan.Worth;
import java.util.List;

/// Computes a run: a pure function of its input and its wish, so that the same run can be computed again.
final class Outcomes {
    /// What would save most; a planner does not work through more than these before planning again.
    private static final int MAX_LEADS = 20;

    private Outcomes() {}

    /// What decides which windows are told, and how many move by it.
    record Choice(int frozenWeeks, int improvementWeeks, long moved) {}

    /// The plan and the windows alone; what a run has to have in common with itself when it is computed again.
    static Outcome plain(RunInput input, PlanWish wish, int[] agreed) {
        Rule rule = rule(wish);
        Plant plant = input.plant().plant();
        Plan plan = rule.plan(plant, input.line());
        int[] told = Windows.of(plant, input.line(), plan, wish.improvementWeeks(), agreed);
        return new Outcome(
                input,
                plan,
                told,
                Builds.perWeek(plant, input.line(), plan),
                Figures.of(rule, plant, input.line(), plan),
                new LatenessBound(0, new double[0], 0),
                new Worth(List.of(), List.of()),
                List.of());
    }

    /// With the bound, what it says is worth most, and what other rules would do.
    static Outcome full(RunInput input, PlanWish wish, int[] agreed, Bounding bounding, Progress progress) {
        progress.at(Progress.Step.PLANNING, 0);
        Outcome plain = plain(input, wish, agreed);
        var choice = new Choice(wish.frozenWeeks(), wish.improvementWeeks(), moved(input.line(), plain.told()));
        List<Frontier.Point> frontier =
                wish.frontier() ? Frontier.of(input, rule(wish), choice, plain.figures(), progress) : List.of();
        progress.at(Progress.Step.BOUNDING, 0);
        LatenessBound bound = bounding.of(plain.figures().totalLatenessWeeks());
        Worth worth = Worth.of(input.plant().plant(), bound, MAX_LEADS);
        return new Outcome(input, plain.plan(), plain.told(), plain.built(), plain.figures(), bound, worth, frontier);
    }

    static long moved(Line line, int[] told) {
        long moved = 0;
        for (int order = 0; order < told.length; order++) {
            moved += told[order] != line.promised()[order] ? 1 : 0;
        }
        return moved;
    }

    private static Rule rule(PlanWish wish) {
        return Labels.rule(wish.rule()).orElseThrow();
    }
}
