package dev.holdfast.supply.outlook;

import static dev.holdfast.supply.outlook.PromiseFigures.week;

import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.metrics.Punctuality;
import dev.holdfast.supply.metrics.Weeks;
import java.util.Arrays;

/// The window each order was told first, or was told last, with the odds beside it.
final class ToldWindows {
    private static final double HALF = 0.5;
    private static final double LIKELY = 0.9;

    private final int[] plain;
    private final int[] half;
    private final int[] likely;

    /// @param original the first window that was told; otherwise the current one
    ToldWindows(PromiseHistory history, PromiseFigures.Odds odds, boolean original) {
        int orders = history.size();
        this.plain = new int[orders];
        this.half = new int[orders];
        this.likely = new int[orders];
        Arrays.fill(half, Weeks.NONE);
        Arrays.fill(likely, Weeks.NONE);
        for (int order = 0; order < orders; order++) {
            int promise = original ? first(history, order) : history.start(order + 1) - 1;
            plain[order] = week(history.promised(promise));
            PromiseFigures.By by = plain[order] == Weeks.NONE ? null : odds.of(promise, order);
            if (by != null) {
                half[order] = week(by.half());
                likely[order] = week(by.likely());
            }
        }
    }

    private static int first(PromiseHistory history, int order) {
        int promise = history.start(order);
        while (promise + 1 < history.start(order + 1) && history.promised(promise) == PromiseHistory.NONE) {
            promise++;
        }
        return promise;
    }

    LaunchMetrics.Told told(int[] delivered) {
        var ever = new int[delivered.length];
        Arrays.fill(ever, Integer.MIN_VALUE + 1);
        return new LaunchMetrics.Told(
                Punctuality.coverage(plain, plain, delivered),
                Punctuality.coverage(ever, half, delivered),
                Punctuality.coverage(ever, likely, delivered),
                Punctuality.sharpness(half, likely),
                pinball(HALF, half, delivered),
                pinball(LIKELY, likely, delivered));
    }

    private static double pinball(double quantile, int[] said, int[] delivered) {
        int[] known = delivered.clone();
        var forecast = new double[said.length];
        for (int order = 0; order < said.length; order++) {
            forecast[order] = said[order];
            known[order] = said[order] == Weeks.NONE ? Weeks.NONE : delivered[order];
        }
        return Punctuality.pinball(quantile, forecast, known);
    }
}
