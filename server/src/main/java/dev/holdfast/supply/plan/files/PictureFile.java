package dev.holdfast.supply.plan.files;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.holdfast.supply.plan.Builds;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Draws `plan.svg`: the line of orders meeting the curve of what is built, week by week.
final class PictureFile {
    static final String NAME = "plan.svg";

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int LEFT = 90;
    private static final int RIGHT = 200;
    private static final int TOP = 50;
    private static final int BOTTOM = 50;
    private static final int MARKS = 5;
    /// More curves than these cannot be told apart.
    private static final int MAX_CONFIGURATIONS = 6;

    private static final String[] COLOURS = {"#0a7ea4", "#b5541c", "#5b7f2b", "#8a4f9e", "#a3852a", "#4f6d7a"};

    private final PlanInput input;
    private final StringBuilder drawing = new StringBuilder();
    private int legend;

    PictureFile(PlanInput input) {
        this.input = input;
    }

    void write(Path folder, Plan plan) throws IOException {
        draw("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>The line meets the curve</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """, WIDTH, HEIGHT);
        drawFrame();
        drawCurves(plan);
        drawing.append("</svg>\n");
        Files.writeString(folder.resolve(NAME), drawing);
    }

    private void drawFrame() {
        int weeks = input.plant().weeks();
        for (int mark = 0; mark <= MARKS; mark++) {
            long orders = (long) input.line().orders() * mark / MARKS;
            double height = y(orders);
            drawing.append(text(LEFT - 8, height + 4, "end", drawn("%,d", orders)));
            draw("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>%n", LEFT, height, WIDTH - RIGHT);
            int week = Math.min(weeks, 1 + weeks * mark / MARKS);
            drawing.append(text(x(week), HEIGHT - BOTTOM + 20, "middle", input.weekName(week)));
        }
        drawing.append(text(LEFT, TOP - 20, "start", "Orders built by the end of each week"));
    }

    private void drawCurves(Plan plan) {
        int stride = input.plant().weeks() + 2;
        int configurations = input.configurations().size();
        long[] built = Builds.perWeek(input.plant(), input.line(), plan);
        var everybody = new long[stride];
        everybody[0] = input.line().orders();
        curve("all in line", "#222222", "2 4", everybody);
        if (Arrays.stream(input.line().promised()).anyMatch(week -> week != Line.NONE)) {
            curve("promised", "#c03030", "6 3", duePerWeek());
        }
        var together = new long[stride];
        for (int at = 0; at < built.length; at++) {
            together[at % stride] += built[at];
        }
        curve("built", "#111111", "", together);
        List<Integer> largest = largest(built);
        for (int rank = 0; configurations > 1 && rank < Math.min(MAX_CONFIGURATIONS, configurations); rank++) {
            int configuration = largest.get(rank);
            long[] own = Arrays.copyOfRange(built, configuration * stride, (configuration + 1) * stride);
            curve(input.configurations().get(configuration), COLOURS[rank], "", own);
        }
    }

    /// The configurations by the orders they have, most first.
    private List<Integer> largest(long[] built) {
        int stride = input.plant().weeks() + 2;
        return IntStream.range(0, input.configurations().size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer configuration) -> Arrays.stream(
                                        built, configuration * stride, (configuration + 1) * stride)
                                .sum())
                        .reversed())
                .toList();
    }

    private long[] duePerWeek() {
        var due = new long[input.plant().weeks() + 2];
        for (int promised : input.line().promised()) {
            if (promised != Line.NONE) {
                due[Math.clamp(promised, 1, due.length - 1)]++;
            }
        }
        return due;
    }

    /// Draws the running sum of what each week brings; entry 0 is there from the start.
    private void curve(String name, String colour, String dashes, long[] perWeek) {
        long sum = perWeek[0];
        var path = new StringBuilder(drawn("M%d %.1f", LEFT, y(sum)));
        for (int week = 1; week <= input.plant().weeks(); week++) {
            sum += perWeek[week];
            path.append(drawn("H%.1fV%.1f", x(week), y(sum)));
        }
        path.append("H").append(WIDTH - RIGHT);
        draw(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n",
                path, colour, dashes);
        int height = TOP + 20 * legend++;
        draw(
                "<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n",
                WIDTH - RIGHT + 15, height, colour, dashes);
        drawing.append(text(WIDTH - RIGHT + 42, height + 4, "start", name));
    }

    private double x(int week) {
        return LEFT
                + (double) (WIDTH - LEFT - RIGHT) * (week - 1) / input.plant().weeks();
    }

    private double y(long orders) {
        long most = Math.max(1, input.line().orders());
        return HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * orders / most;
    }

    private static String text(double x, double y, String anchor, String words) {
        return drawn("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, escaped(words));
    }

    @FormatMethod
    private void draw(@FormatString String format, Object... values) {
        drawing.append(drawn(format, values));
    }

    /// A picture has decimal points, wherever it is drawn.
    @FormatMethod
    private static String drawn(@FormatString String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
