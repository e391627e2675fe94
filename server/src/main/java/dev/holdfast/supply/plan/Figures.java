package dev.holdfast.supply.plan;

/// What a plan does to the people in line, in numbers that a stranger can count again.
///
/// @param beyondHorizon orders without a week in this plan
/// @param totalWaitingWeeks weeks from the start to the build, summed; beyond the horizon counts as its end
/// @param totalLatenessWeeks weeks from the promise to a later build, summed
/// @param promisesBroken orders built later than promised
/// @param frozenViolations frozen orders among them
/// @param overtakes pairs of one class in which the one behind is built first
/// @param envy orders that are late although those ahead of them left an earlier week open
public record Figures(
        long orders,
        long beyondHorizon,
        long totalWaitingWeeks,
        long totalLatenessWeeks,
        long promisesBroken,
        long frozenViolations,
        long overtakes,
        long envy) {

    public static Figures of(Rule rule, Plant plant, Line line, Plan plan) {
        long beyond = 0;
        long waiting = 0;
        long lateness = 0;
        long broken = 0;
        long frozenBroken = 0;
        for (int order = 0; order < line.orders(); order++) {
            int week = plan.week()[order];
            beyond += week > plant.weeks ? 1 : 0;
            waiting += week - 1;
            if (line.isLate(order, week)) {
                lateness += week - line.promised()[order];
                broken++;
                frozenBroken += line.isFrozenLate(order, week) ? 1 : 0;
            }
        }
        var classes = new Classes(line);
        long overtakes = overtakes(plant, classes, plan);
        long envy = envy(rule, plant, line, classes, plan);
        return new Figures(line.orders(), beyond, waiting, lateness, broken, frozenBroken, overtakes, envy);
    }

    /// Under LINE every promise is made anew, so everybody wants the earliest week there is.
    private static long envy(Rule rule, Plant plant, Line line, Classes classes, Plan plan) {
        if (rule == Rule.LINE) {
            return Envy.count(plant, line.withoutBands(), new int[line.orders()], plan);
        }
        return Envy.count(plant, line, Wishes.of(plant, line, classes), plan);
    }

    /// Counts, for each order, the class mates ahead of it that are built after it.
    static long overtakes(Plant plant, Classes classes, Plan plan) {
        var latest = new int[classes.count()];
        var ahead = new long[classes.count()][];
        long pairs = 0;
        for (int order = 0; order < plan.week().length; order++) {
            int inClass = classes.of(order);
            int week = plan.week()[order];
            long[] counts = ahead[inClass];
            if (counts == null) {
                counts = new long[plant.weeks + 2];
                ahead[inClass] = counts;
            }
            for (int later = week + 1; later <= latest[inClass]; later++) {
                pairs += counts[later];
            }
            counts[week]++;
            latest[inClass] = Math.max(latest[inClass], week);
        }
        return pairs;
    }

    /// How many weeks of patience the plan asks of any class: the smallest d such that by every week t the class
    /// has as many units as the other plan gives it by week t - d.
    public static int sacrificeWeeks(Plant plant, Line line, Plan plan, Plan other) {
        var classes = new Classes(line);
        int[] here = classes.sortedByPosition(plan.week());
        int[] there = classes.sortedByPosition(other.week());
        int most = 0;
        for (int order = 0; order < here.length; order++) {
            most = Math.max(most, here[order] - there[order]);
        }
        return most;
    }
}
