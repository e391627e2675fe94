package dev.holdfast.supply.plan;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Locale;

/// Draws how long rules take by how many orders stand in line, both axes logarithmic, each curve named at its end. The
/// dashed lines are what grows with the line exactly: a curve no steeper than they are grows no faster.
final class TimePicture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 460;
    private static final int LEFT = 70;
    private static final int RIGHT = 110;
    private static final int TOP = 60;
    private static final int BOTTOM = 50;

    private static final double LEAST_ORDERS = 1e4;
    private static final double MOST_ORDERS = 1e7;
    private static final double LEAST_SECONDS = 1e-3;
    private static final double MOST_SECONDS = 1e2;

    private static final String[] COLOURS = {"#0a7ea4", "#b5541c"};

    private final StringBuilder drawing = new StringBuilder();

    /// @param points by rising number of orders
    record Curve(String name, List<Point> points) {}

    record Point(int orders, double seconds) {}

    private TimePicture() {}

    /// @param made with what, on which machine, and `of` which plants: each a line under the title
    static String of(String made, String of, List<Curve> curves) {
        var picture = new TimePicture();
        picture.draw("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title>Seconds a plan takes, by orders in line</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """, WIDTH, HEIGHT);
        picture.text(LEFT, 22, "start", "Seconds a plan takes, by orders in line");
        picture.text(LEFT, 37, "start", made);
        picture.text(LEFT, 52, "start", of);
        picture.frame();
        for (int at = 0; at < curves.size(); at++) {
            picture.curve(curves.get(at), COLOURS[at % COLOURS.length]);
        }
        return picture.drawing.append("</svg>\n").toString();
    }

    private void frame() {
        for (double seconds = LEAST_SECONDS; seconds <= MOST_SECONDS * 1.01; seconds *= 10) {
            draw("<path d=\"M%d %.1fH%d\" stroke=\"#dddddd\"/>%n", LEFT, y(seconds), WIDTH - RIGHT);
            text(LEFT - 8, y(seconds) + 4, "end", shown(seconds, seconds < 1 ? "%.3f s" : "%,.0f s"));
        }
        for (double orders = LEAST_ORDERS; orders <= MOST_ORDERS * 1.01; orders *= 10) {
            draw("<path d=\"M%.1f %dV%d\" stroke=\"#dddddd\"/>%n", x(orders), TOP, HEIGHT - BOTTOM);
            text(x(orders), HEIGHT - BOTTOM + 18, "middle", shown(orders, "%,.0f"));
        }
        double slope = MOST_ORDERS / LEAST_ORDERS;
        for (double from = LEAST_SECONDS; from * slope <= MOST_SECONDS * 1.01; from *= 10) {
            draw(
                    "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#aaaaaa\" stroke-dasharray=\"4 4\"/>%n",
                    x(LEAST_ORDERS), y(from), x(MOST_ORDERS), y(from * slope));
        }
    }

    private void curve(Curve curve, String colour) {
        var path = new StringBuilder();
        for (Point point : curve.points()) {
            path.append(path.isEmpty() ? "M" : "L");
            path.append(shown(x(point.orders()), "%.1f ")).append(shown(y(point.seconds()), "%.1f"));
            draw(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n",
                    x(point.orders()), y(point.seconds()), colour);
        }
        draw("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path.toString(), colour);
        Point last = curve.points().getLast();
        String end = shown(last.seconds(), curve.name() + ", %.2f s");
        text(x(last.orders()) + 10, y(last.seconds()) + 4, "start", end);
    }

    private static double x(double orders) {
        return LEFT + (WIDTH - LEFT - RIGHT) * between(LEAST_ORDERS, MOST_ORDERS, orders);
    }

    private static double y(double seconds) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * between(LEAST_SECONDS, MOST_SECONDS, seconds);
    }

    private static double between(double least, double most, double value) {
        return Math.log(Math.max(least, value) / least) / Math.log(most / least);
    }

    private void text(double x, double y, String anchor, String text) {
        draw("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333333\">%s</text>%n", x, y, anchor, text);
    }

    @FormatMethod
    private void draw(@FormatString String format, Object... values) {
        drawing.append(String.format(Locale.ROOT, format, values));
    }

    private static String shown(double value, String format) {
        return String.format(Locale.ROOT, format, value);
    }
}
