package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Builds;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToLongFunction;
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
        drawing.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>The line meets the curve</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(WIDTH, HEIGHT));
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
            drawing.append(text(LEFT - 8, height + 4, "end", String.format(Locale.ROOT, "%,d", orders)));
            drawing.append("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>%n".formatted(LEFT, height, WIDTH - RIGHT));
            int week = Math.min(weeks, 1 + weeks * mark / MARKS);
            drawing.append(text(x(week), HEIGHT - BOTTOM + 20, "middle", input.weekName(week)));
        }
        drawing.append(text(LEFT, TOP - 20, "start", "Orders built by the end of each week"));
    }

    private void drawCurves(Plan plan) {
        int stride = input.plant().weeks() + 2;
        long[] built = Builds.perWeek(input.plant(), input.line(), plan);
        int configurations = input.configurations().size();
        curve("all in line", "#222222", "2 4", _ -> input.line().orders());
        if (Arrays.stream(input.line().promised()).anyMatch(week -> week != Line.NONE)) {
            long[] due = duePerWeek();
            curve("promised", "#c03030", "6 3", week -> due[week]);
        }
        curve(
                "built",
                "#111111",
                "",
                week -> IntStream.range(0, configurations)
                        .mapToLong(configuration -> built[configuration * stride + week])
                        .sum());
        int[] largest = IntStream.range(0, configurations)
                .boxed()
                .sorted((one, other) -> Long.compare(ordersOf(built, other), ordersOf(built, one)))
                .limit(MAX_CONFIGURATIONS)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int rank = 0; configurations > 1 && rank < largest.length; rank++) {
            int base = largest[rank] * stride;
            curve(input.configurations().get(largest[rank]), COLOURS[rank], "", week -> built[base + week]);
        }
    }

    private long ordersOf(long[] built, int configuration) {
        int stride = input.plant().weeks() + 2;
        return Arrays.stream(built, configuration * stride, (configuration + 1) * stride)
                .sum();
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

    /// Adds up what each week brings; the dotted line of all orders is the same in every week.
    private void curve(String name, String colour, String dashes, IntToLongFunction perWeek) {
        var path = new StringBuilder();
        boolean isLevel = dashes.equals("2 4");
        long sum = 0;
        path.append("M%d %.1f".formatted(LEFT, y(isLevel ? perWeek.applyAsLong(1) : 0)));
        for (int week = 1; week <= input.plant().weeks(); week++) {
            sum = perWeek.applyAsLong(week) + (isLevel ? 0 : sum);
            path.append("H%.1fV%.1f".formatted(x(week), y(sum)));
        }
        path.append("H").append(WIDTH - RIGHT);
        drawing.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n"
                .formatted(path, colour, dashes));
        int height = TOP + 20 * legend++;
        drawing.append("<path d=\"M%d %dh20\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n"
                .formatted(WIDTH - RIGHT + 15, height, colour, dashes));
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
        return "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n".formatted(x, y, anchor, escaped(words));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
