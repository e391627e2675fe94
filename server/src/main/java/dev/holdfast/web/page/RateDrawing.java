package dev.holdfast.web.page;

import dev.holdfast.launch.pulse.Second;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Orders and deposits per second over a quarter of an hour, laid out in pixels for one size of screen.
///
/// The two are told apart by shape and label, and by colour only besides: orders are a filled hill, deposits a dashed
/// line.
record RateDrawing(
        String id,
        int width,
        int height,
        String orders,
        String hill,
        String deposits,
        double bottom,
        List<Drawing.Tick> times,
        List<Drawing.Tick> amounts) {

    private static final Duration SPAN = Duration.ofSeconds(5);
    private static final int SPANS = 180;
    private static final int MINUTES_PER_TICK = 3;
    private static final int LEFT = 8;
    private static final int TOP = 18;
    private static final int BOTTOM = 28;
    /// A line that nobody enters is drawn at the bottom, not stretched until its noise fills the picture.
    private static final double MIN_TOP = 1;

    static RateDrawing of(Rates rates, ZoneId zone, Words words, String id, int width, int height) {
        var orders = rates.spans(Second::positions, SPAN, SPANS);
        var deposits = rates.spans(Second::paid, SPAN, SPANS);
        double most = Math.max(max(orders), max(deposits));
        double top = Math.max(MIN_TOP, most) * 1.1;
        var plot = new Drawing.Plot(LEFT, TOP, width - LEFT, height - (double) BOTTOM);
        var line = path(orders, top, plot);
        return new RateDrawing(
                id,
                width,
                height,
                line,
                line + "V" + Drawing.at(plot.bottom()) + "H" + Drawing.at(plot.left()) + "Z",
                path(deposits, top, plot),
                plot.bottom(),
                times(rates.until(), zone, words, plot),
                amounts(top, words, plot));
    }

    private static double max(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// Steps, because a rate holds for its whole span; between two spans nothing was measured.
    private static String path(List<Double> rates, double top, Drawing.Plot plot) {
        double wide = (plot.right() - plot.left()) / rates.size();
        var path = new StringBuilder("M" + Drawing.at(plot.left()) + " " + Drawing.at(plot.bottom()));
        for (int span = 0; span < rates.size(); span++) {
            double y = plot.bottom() - (plot.bottom() - plot.top()) * Math.max(0, rates.get(span)) / top;
            path.append("V").append(Drawing.at(y));
            path.append("H").append(Drawing.at(plot.left() + wide * (span + 1)));
        }
        return path.toString();
    }

    private static List<Drawing.Tick> times(Instant until, ZoneId zone, Words words, Drawing.Plot plot) {
        var ticks = new ArrayList<Drawing.Tick>();
        double pixels = (plot.right() - plot.left()) / (SPAN.toSeconds() * SPANS);
        long step = MINUTES_PER_TICK * 60L;
        for (long at = until.getEpochSecond() / step * step; ; at -= step) {
            double x = plot.right() - (until.getEpochSecond() - at) * pixels;
            if (x < plot.left() + 18) {
                return ticks;
            }
            if (x < plot.right() - 18) {
                var time = words.timeOfDay(Instant.ofEpochSecond(at), zone);
                ticks.add(new Drawing.Tick(x, time.substring(0, 5)));
            }
        }
    }

    private static List<Drawing.Tick> amounts(double top, Words words, Drawing.Plot plot) {
        long step = Math.max(1, Drawing.roundStep(Math.max(1, (long) top)));
        var ticks = new ArrayList<Drawing.Tick>();
        for (long amount = step; amount < top; amount += step) {
            double y = plot.bottom() - (plot.bottom() - plot.top()) * amount / top;
            ticks.add(new Drawing.Tick(y, words.number(amount)));
        }
        return ticks;
    }
}
