package dev.holdfast.bench.intake;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;

/// Orders a second by clients, a line for each peer, both axes in steps of ten: what differs by a hundredfold has to
/// fit
/// on one picture. A bar through each point spans the runs.
final class Picture {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 520;
    private static final int LEFT = 70;
    private static final int RIGHT = 620;
    private static final int TOP = 50;
    private static final int BOTTOM = 460;
    private static final double LEAST = 1;
    /// Told apart also by those who see no red and green: colours of even difference, and a name at each line's end.
    private static final List<String> COLOURS =
            List.of("#0a5c36", "#1f77b4", "#6baed6", "#9467bd", "#8c564b", "#e07b00", "#d62728", "#555555");

    private final Measured measured;
    private final double most;
    private final StringBuilder svg = new StringBuilder();

    private Picture(Measured measured) {
        this.measured = measured;
        double highest = measured.rates().stream()
                .mapToDouble(Measured.Rate::perSecond)
                .max()
                .orElse(1);
        this.most = Math.pow(10, Math.ceil(Math.log10(Math.max(10, highest))));
    }

    static String of(Measured measured) {
        var picture = new Picture(measured);
        picture.draw();
        return picture.svg.toString();
    }

    private void draw() {
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">",
                WIDTH, HEIGHT);
        line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        line(
                "<text x=\"%d\" y=\"28\" font-size=\"16\">Durable orders a second by clients, median of %d, with range</text>",
                LEFT, measured.setting().runs());
        axes();
        for (int number = 0; number < measured.peers().size(); number++) {
            peer(measured.peers().get(number), COLOURS.get(number % COLOURS.size()), number);
        }
        line("</svg>");
    }

    private void axes() {
        for (double rate = LEAST; rate <= most; rate *= 10) {
            line("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>", LEFT, y(rate), RIGHT);
            line("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,.0f</text>", LEFT - 8, y(rate) + 4, rate);
        }
        for (int clients : measured.setting().clients()) {
            line("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(clients), BOTTOM + 20, clients);
        }
        line("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">clients</text>", (LEFT + RIGHT) / 2, BOTTOM + 42);
    }

    private void peer(Measured.Person peer, String colour, int number) {
        var path = new StringBuilder();
        for (int clients : measured.setting().clients()) {
            var rates = measured.rates().stream()
                    .filter(rate -> rate.peer().equals(peer.name()) && rate.clients() == clients)
                    .toList();
            if (rates.isEmpty()) {
                continue;
            }
            Middle middle = Middle.of(rates, Measured.Rate::perSecond);
            path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(clients), y(middle.median())));
            line(
                    "<path d=\"M%.1f %.1fV%.1f\" stroke=\"%s\" stroke-width=\"5\" opacity=\"0.4\"/>",
                    x(clients), y(middle.least()), y(middle.most()), colour);
            line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x(clients), y(middle.median()), colour);
        }
        line(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>",
                path, colour, number == 0 ? "3" : "1.5");
        int row = TOP + 20 + number * 24;
        line("<path d=\"M%d %dh24\" stroke=\"%s\" stroke-width=\"3\"/>", RIGHT + 20, row - 4, colour);
        line("<text x=\"%d\" y=\"%d\">%s</text>", RIGHT + 52, row, peer.name().replace("`", ""));
    }

    private double x(int clients) {
        double last = Math.log(measured.setting().clients().getLast());
        return last == 0 ? LEFT : LEFT + 20 + (RIGHT - LEFT - 40) * Math.log(clients) / last;
    }

    private double y(double rate) {
        double share = Math.log10(Math.max(LEAST, rate) / LEAST) / Math.log10(most / LEAST);
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    @FormatMethod
    private void line(@FormatString String format, Object... values) {
        svg.append(format(format, values)).append('\n');
    }

    @FormatMethod
    private static String format(@FormatString String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
