package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;

/// How much a new plan disturbs what the one before had told people.
public final class Calm {
    private Calm() {}

    /// Promise churn of a run: `#{promise changed} / #{open orders}`; getting or losing a week is a change
    /// too.
    public static double churn(int[] before, int[] after) {
        Weeks.sameLength(before.length, after.length);
        long changed = 0;
        for (int order = 0; order < before.length; order++) {
            changed += before[order] == after[order] ? 0 : 1;
        }
        return (double) changed / before.length;
    }

    /// Weighted nervousness (Sridharan): the weeks people were moved, those about to be served counting most.
    ///
    ///     1/n sum |after - before| * alpha (1 - alpha)^(before - now)
    ///
    /// A promise that is overdue weighs like one of this week. An order without a week before or after adds
    /// nothing to the
    /// sum: there is no distance to weigh, and [#churn] has counted it.
    ///
    /// @param alpha between 0 and 1: how much faster the next weeks count than later ones
    public static double nervousness(int[] before, int[] after, int now, double alpha) {
        Weeks.sameLength(before.length, after.length);
        double sum = 0;
        for (int order = 0; order < before.length; order++) {
            if (Weeks.both(before[order], after[order])) {
                long moved = Math.abs((long) after[order] - before[order]);
                int ahead = Math.max(0, before[order] - now);
                sum += moved * alpha * Math.pow(1 - alpha, ahead);
            }
        }
        return sum / before.length;
    }

    /// Frozen orders that lost their week or got a later one; a plan that may be published has none.
    public static long frozenViolations(boolean[] frozen, int[] before, int[] after) {
        Weeks.sameLength(before.length, after.length);
        Weeks.sameLength(before.length, frozen.length);
        long broken = 0;
        for (int order = 0; order < before.length; order++) {
            boolean later = after[order] == NONE || after[order] > before[order];
            broken += frozen[order] && before[order] != NONE && later ? 1 : 0;
        }
        return broken;
    }

    /// Plan instability (Kimms): `sum |after(t) - before(t)| / sum before(t)` over the periods both plans
    /// cover.
    ///
    /// @param before units per configuration and week under the earlier plan
    public static double planInstability(long[] before, long[] after) {
        Weeks.sameLength(before.length, after.length);
        long moved = 0;
        long planned = 0;
        for (int period = 0; period < before.length; period++) {
            moved += Math.abs(after[period] - before[period]);
            planned += before[period];
        }
        return (double) moved / planned;
    }
}
