package dev.holdfast.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// [Steps] laid out in pixels for one size of screen.
///
/// @param hill what there is, closed along the axis
/// @param line what is asked of it
/// @param week pixels of one week: as far as the hill moves when it slips by one
record StepsDrawing(
        String id,
        int width,
        int height,
        Drawing.Plot plot,
        double week,
        String hill,
        String line,
        List<Drawing.Band> marked,
        List<Drawing.Tick> months,
        List<Drawing.Tick> amounts) {
    private static final int SIDE = 8;
    private static final int TOP = 18;
    private static final int BOTTOM = 30;
    /// Room for one month's name.
    private static final double MIN_TICK = 62;

    static StepsDrawing of(Steps steps, String id, int width, int height) {
        var plot = new Drawing.Plot(SIDE, TOP, width - (double) SIDE, height - (double) BOTTOM);
        double week = (plot.right() - plot.left()) / Math.max(1, steps.weeks().size());
        double top = Math.max(1, steps.top()) * 1.08;
        var marked = new ArrayList<Drawing.Band>();
        for (int at = 0; at < steps.weeks().size(); at++) {
            if (steps.weeks().get(at).marked()) {
                marked.add(new Drawing.Band(plot.left() + at * week, week));
            }
        }
        return new StepsDrawing(
                id,
                width,
                height,
                plot,
                week,
                path(steps, Steps.Week::supply, top, plot, week) + "V" + Drawing.at(plot.bottom()) + "Z",
                path(steps, Steps.Week::demand, top, plot, week),
                marked,
                months(steps, plot, week),
                amounts(steps, top, plot));
    }

    private static String path(
            Steps steps, ToLongFunction<Steps.Week> amount, double top, Drawing.Plot plot, double wide) {
        var path = new StringBuilder("M" + Drawing.at(plot.left()) + " " + Drawing.at(plot.bottom()));
        double x = plot.left();
        for (var week : steps.weeks()) {
            double y = plot.bottom() - (plot.bottom() - plot.top()) * amount.applyAsLong(week) / top;
            x += wide;
            path.append("V").append(Drawing.at(y)).append("H").append(Drawing.at(x));
        }
        return path.toString();
    }

    private static List<Drawing.Tick> months(Steps steps, Drawing.Plot plot, double wide) {
        var ticks = new ArrayList<Drawing.Tick>();
        double free = plot.left();
        for (int at = 0; at < steps.weeks().size(); at++) {
            var monday = steps.weeks().get(at).monday();
            double x = plot.left() + at * wide;
            if (monday.getDayOfMonth() <= 7 && x >= free && x < plot.right() - MIN_TICK / 2) {
                boolean withYear = ticks.isEmpty() || monday.getMonthValue() == 1;
                ticks.add(new Drawing.Tick(x, steps.words().month(monday, withYear)));
                free = x + MIN_TICK * (withYear ? 1.25 : 1);
            }
        }
        return ticks;
    }

    private static List<Drawing.Tick> amounts(Steps steps, double top, Drawing.Plot plot) {
        long step = Math.max(1, Drawing.roundStep((long) top));
        var ticks = new ArrayList<Drawing.Tick>();
        for (long amount = step; amount < top; amount += step) {
            double y = plot.bottom() - (plot.bottom() - plot.top()) * amount / top;
            ticks.add(new Drawing.Tick(y, steps.words().number(amount)));
        }
        return ticks;
    }
}
