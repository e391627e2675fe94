package dev.holdfast.web.page;

import dev.holdfast.service.quality.Cell;
import dev.holdfast.service.quality.Rates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Rates with their intervals, drawn at one scale: an interval is a line, the rate a dot on it.
record RateRows(List<Drawn> rows) {
    private static final double WIDE = 200;
    /// An interval of very few units is wider than any that matters: it is cut off at so many times the
    /// highest rate.
    private static final double MOST = 3;

    RateRows {
        rows = List.copyOf(rows);
    }

    /// @param from and to where the line is drawn, of 200 pixels; at the dot
    record Drawn(Rates.Row row, String from, String to, String at, String rate, String interval, String expected) {}

    static RateRows of(List<Rates.Row> rows, Words words) {
        double highest = rows.stream()
                .map(row -> row.cell().rate())
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        double widest = rows.stream()
                .map(row -> row.cell().interval().upper())
                .max(Comparator.naturalOrder())
                .orElse(1.0);
        double top = highest > 0 ? Math.min(widest, highest * MOST) : widest;
        var drawn = new ArrayList<Drawn>();
        for (var row : rows) {
            Cell cell = row.cell();
            double upper = cell.interval().upper();
            drawn.add(new Drawn(
                    row,
                    pixels(cell.interval().lower(), top),
                    pixels(upper, top),
                    pixels(cell.rate(), top),
                    number(words, cell.rate()),
                    number(words, cell.interval().lower()) + "–"
                            + (Double.isInfinite(upper) ? "∞" : number(words, upper)),
                    words.rate(row.expected())));
        }
        return new RateRows(drawn);
    }

    private static String pixels(double rate, double top) {
        return Drawing.at(top <= 0 ? 0 : WIDE * Math.min(1, rate / top));
    }

    /// Rates are small where quality is good: two digits that say something.
    private static String number(Words words, double rate) {
        return rate >= 10 || rate == 0 ? words.rate(rate) : String.format(Locale.ROOT, "%.2f", rate);
    }
}
