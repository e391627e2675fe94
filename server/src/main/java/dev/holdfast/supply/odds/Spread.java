package dev.holdfast.supply.odds;

import java.util.Arrays;

/// The curves of many scenarios: by when a row's n-th unit is there, with what odds.
///
/// The n-th of the units of a week lies where its turn is among them, as [Bounds] counts weeks.
public final class Spread {
    private final int rows;
    private final int weeks;
    /// Cumulative units per scenario; `weeks + 1` entries a row, the first of them zero.
    private final long[][] curves;

    /// @param perWeek units per scenario, row and week, `weeks + 2` entries a row as `Builds` has them; kept
    /// and summed up
    Spread(int rows, int weeks, long[][] perWeek) {
        this.rows = rows;
        this.weeks = weeks;
        this.curves = perWeek;
        for (long[] units : perWeek) {
            sumUp(units);
        }
    }

    private void sumUp(long[] units) {
        for (int row = 0; row < rows; row++) {
            int from = row * (weeks + 2);
            for (int week = 1; week <= weeks; week++) {
                units[from + week] += units[from + week - 1];
            }
        }
    }

    public int scenarios() {
        return curves.length;
    }

    /// By when the unit at place `rank` of a row is there; beyond the horizon counts as the week after the last.
    ///
    /// @param rank above 0: the n-th unit lies from n - 1 to n, so the middle of a week's units lies in its middle
    public Bounds bounds(int row, double rank) {
        var week = new double[curves.length];
        for (int scenario = 0; scenario < week.length; scenario++) {
            week[scenario] = week(curves[scenario], row, rank);
        }
        Arrays.sort(week);
        return new Bounds(quantile(week, 0.05), quantile(week, 0.5), quantile(week, 0.9), quantile(week, 0.95));
    }

    private static double quantile(double[] rising, double share) {
        double place = share * (rising.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] + (place - below) * (rising[above] - rising[below]);
    }

    private double week(long[] curve, int row, double rank) {
        int from = row * (weeks + 2);
        int low = 1;
        int high = weeks + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (curve[from + middle] >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low > weeks) {
            return low;
        }
        double before = curve[from + low - 1];
        return low - 0.5 + (rank - before) / (curve[from + low] - before);
    }
}
