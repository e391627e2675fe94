package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;

/// What was delivered when, against what was promised.
public final class Punctuality {
    private Punctuality() {}

    /// OTIF: the orders delivered complete in or before their promised week, of those whose promised week is
    /// over.
    ///
    ///     #{due, complete, delivered <= promised} / #{due},  due: promised < now
    ///
    /// An early delivery counts once its week is over, so that good news does not arrive in the figure before
    /// bad news.
    ///
    /// @param promised the last week of the window; first promises give OTIF_orig, current ones OTIF_cur
    public static double onTimeInFull(int[] promised, int[] delivered, boolean[] complete, int now) {
        Weeks.sameLength(promised.length, delivered.length);
        Weeks.sameLength(promised.length, complete.length);
        long due = 0;
        long kept = 0;
        for (int order = 0; order < promised.length; order++) {
            if (promised[order] != NONE && promised[order] < now) {
                due++;
                boolean onTime = delivered[order] != NONE && delivered[order] <= promised[order];
                kept += onTime && complete[order] ? 1 : 0;
            }
        }
        return (double) kept / due;
    }

    /// `mean |delivered - promised|` in weeks, over what was promised and is delivered.
    public static double meanAbsoluteError(int[] promised, int[] delivered) {
        Weeks.sameLength(promised.length, delivered.length);
        long sum = 0;
        long count = 0;
        for (int order = 0; order < promised.length; order++) {
            if (Weeks.both(promised[order], delivered[order])) {
                sum += Math.abs((long) delivered[order] - promised[order]);
                count++;
            }
        }
        return (double) sum / count;
    }

    /// `mean (delivered - promised)` in weeks: above zero means that promises are too early.
    public static double bias(int[] promised, int[] delivered) {
        Weeks.sameLength(promised.length, delivered.length);
        long sum = 0;
        long count = 0;
        for (int order = 0; order < promised.length; order++) {
            if (Weeks.both(promised[order], delivered[order])) {
                sum += (long) delivered[order] - promised[order];
                count++;
            }
        }
        return (double) sum / count;
    }

    /// The share of deliveries inside their window, `from <= delivered <= to`.
    public static double coverage(int[] from, int[] to, int[] delivered) {
        Weeks.sameLength(from.length, to.length);
        Weeks.sameLength(from.length, delivered.length);
        long inside = 0;
        long count = 0;
        for (int order = 0; order < from.length; order++) {
            if (Weeks.both(from[order], to[order]) && delivered[order] != NONE) {
                inside += from[order] <= delivered[order] && delivered[order] <= to[order] ? 1 : 0;
                count++;
            }
        }
        return (double) inside / count;
    }

    /// Sharpness: the mean number of weeks in a window, `mean (to - from + 1)`. Coverage alone rewards wide
    /// windows.
    public static double sharpness(int[] from, int[] to) {
        Weeks.sameLength(from.length, to.length);
        long sum = 0;
        long count = 0;
        for (int order = 0; order < from.length; order++) {
            if (Weeks.both(from[order], to[order])) {
                sum += (long) to[order] - from[order] + 1;
                count++;
            }
        }
        return (double) sum / count;
    }

    /// Pinball loss: what a quantile's misses cost, `mean max(q (a - f), (q - 1) (a - f))` for actual a and
    /// quantile f.
    ///
    /// Smallest for the true quantile, so two forecasts can be compared that cover equally often.
    ///
    /// @param quantile between 0 and 1
    public static double pinball(double quantile, double[] forecast, int[] delivered) {
        Weeks.sameLength(forecast.length, delivered.length);
        double sum = 0;
        long count = 0;
        for (int order = 0; order < forecast.length; order++) {
            if (delivered[order] != NONE) {
                double missed = delivered[order] - forecast[order];
                sum += Math.max(quantile * missed, (quantile - 1) * missed);
                count++;
            }
        }
        return sum / count;
    }
}
