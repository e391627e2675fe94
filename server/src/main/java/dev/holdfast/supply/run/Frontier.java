package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.Rule;
import dev.holdfast.supply.plan.Windows;
import java.util.ArrayList;
import java.util.List;

/// What other rules would do with the same line, from the strict line to "keep all that can be kept".
///
/// Between the rules stand blends that are rules themselves, so that each is as fair inside its classes as they are:
/// stay-put with the promises of the next so many weeks served first. The further that horizon, the more of the
/// promises next due are kept, and the more envy those ahead in line have who were promised later weeks. All figures
/// are counted on the one line as it is, so that they compare.
final class Frontier {
    /// Two months, a quarter and half a year.
    private static final int[] HORIZONS = {8, 13, 26};

    private static final int STEPS = 2 + HORIZONS.length;

    private Frontier() {}

    /// One choice and what it does.
    ///
    /// @param frozenWeeks promises due within so many weeks are served first
    /// @param moved orders whose window would move
    record Point(Rule rule, int frozenWeeks, Figures figures, long moved) {}

    static List<Point> of(RunInput input, Rule chosen, Outcomes.Choice choice, Figures figures, Progress progress) {
        List<Point> points = new ArrayList<>();
        int step = 0;
        for (Rule rule : Rule.values()) {
            if (rule == chosen) {
                points.add(new Point(rule, choice.frozenWeeks(), figures, choice.moved()));
            } else {
                progress.at(Progress.Step.COMPARING, (double) step++ / STEPS);
                points.add(point(input, rule, choice, input.line()));
            }
            if (rule == Rule.STAY_PUT) {
                for (int horizon : HORIZONS) {
                    if (horizon > choice.frozenWeeks()) {
                        progress.at(Progress.Step.COMPARING, (double) step++ / STEPS);
                        Line blend = frozen(input, horizon);
                        Point at = point(input, rule, choice, blend);
                        points.add(new Point(rule, horizon, at.figures(), at.moved()));
                    }
                }
            }
        }
        return points;
    }

    private static Point point(RunInput input, Rule rule, Outcomes.Choice choice, Line planned) {
        Plant plant = input.plant().plant();
        Plan plan = rule.plan(plant, planned);
        int[] told = Windows.of(plant, planned, plan, choice.improvementWeeks(), new int[0]);
        return new Point(
                rule,
                choice.frozenWeeks(),
                Figures.of(rule, plant, input.line(), plan),
                Outcomes.moved(input.line(), told));
    }

    private static Line frozen(RunInput input, int weeks) {
        Line line = input.line();
        boolean[] frozen = line.frozen().clone();
        for (int order = 0; order < frozen.length; order++) {
            frozen[order] |= RunInput.isWithin(line.promised()[order], input.floor(), weeks);
        }
        return new Line(line.configuration(), line.promised(), line.notBefore(), frozen, line.band());
    }
}
