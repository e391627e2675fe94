package dev.holdfast.web.page;

import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A [Picture] laid out in pixels for one size of screen.
///
/// @param steps the curve as an SVG path; `under` the same, closed along the axis
record Drawing(
        String id,
        int width,
        int height,
        Plot plot,
        String steps,
        String under,
        double level,
        @Nullable Band window,
        List<Band> earlier,
        @Nullable Mark here,
        List<Tick> weeks,
        List<Tick> units) {

    private static final int LEFT = 8;
    private static final int RIGHT = 8;
    private static final int TOP = 26;
    private static final int BOTTOM = 30;
    /// A week of a year of supply is narrower than this on a phone and would be hard to see.
    private static final double MIN_BAND = 7;
    /// Room for the longest label.
    private static final double LABEL = 170;
    /// Room for one month's name.
    private static final double MIN_TICK = 62;

    record Plot(double left, double top, double right, double bottom) {}

    record Band(double x, double width) {
        double middle() {
            return x + width / 2;
        }
    }

    /// Where a text above a band is held, so that it stays inside the picture.
    String anchor(Band band) {
        double room = Math.min(LABEL / 2, width / 4.0);
        if (band.middle() < room) {
            return "start";
        }
        return band.middle() > width - room ? "end" : "middle";
    }

    /// The curve rises: above the level the left of the mark is free, below it the right.
    ///
    /// @param atEnd whether the label stands on the left, which it does where it fits
    /// @param low   whether there is no room below the level either, right above the axis
    record Mark(double x, double y, boolean atEnd, boolean low) {
        double labelX() {
            return atEnd ? x - 10 : x + 12;
        }

        double labelY() {
            return atEnd || low ? y - 14 : y + 22;
        }
    }

    record Tick(double at, String text) {}

    static Drawing of(Picture picture, String id, int width, int height) {
        var plot = new Plot(LEFT, TOP, width - RIGHT, height - BOTTOM);
        var scale = Scale.of(picture, plot);
        var window = picture.window() == null ? null : scale.band(picture.window());
        double level = scale.y(picture.here());
        var here = window == null ? null : mark(window.x() + window.width() / 2, level, plot);
        return new Drawing(
                id,
                width,
                height,
                plot,
                steps(picture, scale, plot),
                under(picture, scale, plot),
                level,
                window,
                picture.earlier().stream().map(scale::band).toList(),
                here,
                scale.months(picture.words()),
                scale.amounts(picture.words(), level));
    }

    /// A number as SVG wants it, in every language.
    static String at(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /// 1, 2 or 5 times a power of ten, so that two to four lines cross the picture.
    static long roundStep(long top) {
        long power = 1;
        while (power * 10 <= top / 2) {
            power *= 10;
        }
        for (long step : new long[] {power, 2 * power, 5 * power}) {
            if (top / step <= 4) {
                return step;
            }
        }
        return 10 * power;
    }

    private static Mark mark(double x, double y, Plot plot) {
        return new Mark(x, y, x > plot.left() + LABEL, y > plot.bottom() - 26);
    }

    private static String steps(Picture picture, Scale scale, Plot plot) {
        var path = new StringBuilder("M" + at(plot.left()) + " " + at(plot.bottom()));
        for (var point : picture.curve()) {
            path.append("H").append(at(scale.x(point.week())));
            path.append("V").append(at(scale.y(point.cumulative())));
        }
        return path.append("H").append(at(plot.right())).toString();
    }

    private static String under(Picture picture, Scale scale, Plot plot) {
        return steps(picture, scale, plot) + "V" + at(plot.bottom()) + "Z";
    }

    /// From weeks and units to pixels.
    private record Scale(LocalDate first, double pixelsPerDay, long top, Plot plot) {

        static Scale of(Picture picture, Plot plot) {
            var days = new ArrayList<LocalDate>();
            picture.curve().forEach(point -> days.add(point.week()));
            picture.earlier().forEach(window -> days.add(window.from()));
            if (picture.window() != null) {
                days.add(picture.window().from());
            }
            var first = days.stream().min(LocalDate::compareTo).orElse(LocalDate.EPOCH);
            var last = days.stream()
                    .max(LocalDate::compareTo)
                    .orElse(LocalDate.EPOCH)
                    .plusWeeks(2);
            double pixels = (plot.right() - plot.left()) / Math.max(14, ChronoUnit.DAYS.between(first, last));
            long top = Math.max(1, Math.max(picture.supply(), picture.here()));
            return new Scale(first, pixels, top + top / 12, plot);
        }

        double x(LocalDate day) {
            return plot.left() + ChronoUnit.DAYS.between(first, day) * pixelsPerDay;
        }

        double y(long units) {
            return plot.bottom() - (plot.bottom() - plot.top()) * units / top;
        }

        Band band(Window window) {
            double from = x(window.from());
            double wide = Math.max(MIN_BAND, x(window.to().plusDays(1)) - from);
            return new Band(Math.min(from, plot.right() - wide), wide);
        }

        List<Tick> months(Words words) {
            var ticks = new ArrayList<Tick>();
            double free = plot.left();
            for (var day = first.withDayOfMonth(1).plusMonths(1); ; day = day.plusMonths(1)) {
                double at = x(day);
                if (at > plot.right() - MIN_TICK / 2) {
                    return ticks;
                }
                if (at >= free) {
                    boolean withYear = ticks.isEmpty() || day.getMonthValue() == 1;
                    ticks.add(new Tick(at, words.month(day, withYear)));
                    free = at + MIN_TICK * (withYear ? 1.25 : 1);
                }
            }
        }

        /// The amounts, without a text where the level would strike it through.
        List<Tick> amounts(Words words, double level) {
            long step = roundStep(top);
            var ticks = new ArrayList<Tick>();
            for (long units = step; units < top; units += step) {
                double at = y(units);
                boolean struck = level > at - 22 && level < at + 4;
                ticks.add(new Tick(at, struck ? "" : words.number(units)));
            }
            return ticks;
        }
    }
}
