package dev.holdfast.web.page;

import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderHistory.PromiseGiven;
import dev.holdfast.launch.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The two uses of the one picture on a fan's pages.
final class Pictures {
    private Pictures() {}

    /// The whole line of a launch against the supply of all its offers.
    static Picture line(List<Picture.Point> curve, long line, Words words) {
        var meeting = meeting(curve, line);
        var supply = words.number(curve.isEmpty() ? 0 : curve.getLast().cumulative());
        return new Picture(
                curve,
                line,
                line == 0 ? null : meeting,
                List.of(),
                words.say("picture.line.label", words.number(line)),
                words.say("picture.line.title"),
                summary(supply, line, meeting, words),
                words);
    }

    private static String summary(String supply, long line, @Nullable Window meeting, Words words) {
        if (line == 0) {
            return words.say("picture.line.empty", supply);
        }
        return meeting == null
                ? words.say("picture.line.beyond", supply, words.number(line))
                : words.say("picture.line.summary", supply, words.number(line), words.window(meeting));
    }

    /// One order's place against the supply of its own configuration, with every window it was ever promised.
    static Picture order(List<Picture.Point> curve, OrderHistory history, Words words) {
        var order = history.order();
        var supply = words.number(curve.isEmpty() ? 0 : curve.getLast().cumulative());
        var rank = words.number(order.rank());
        return new Picture(
                curve,
                order.rank(),
                order.promise(),
                earlier(history),
                words.say("picture.you.label", rank),
                words.say("picture.you.title"),
                order.promise() == null
                        ? words.say("picture.you.beyond", supply, rank)
                        : words.say("picture.you.summary", supply, rank, words.window(order.promise())),
                words);
    }

    /// The supply of several offers together.
    static List<Picture.Point> sum(List<List<Picture.Point>> curves) {
        var added = new TreeMap<LocalDate, Long>();
        for (var curve : curves) {
            long before = 0;
            for (var point : curve) {
                added.merge(point.week(), point.cumulative() - before, Long::sum);
                before = point.cumulative();
            }
        }
        var points = new ArrayList<Picture.Point>();
        long sum = 0;
        for (var week : added.entrySet()) {
            sum += week.getValue();
            points.add(new Picture.Point(week.getKey(), sum));
        }
        return List.copyOf(points);
    }

    /// The same supply as it arrives in a region some weeks away.
    static List<Picture.Point> arriving(List<Picture.Point> curve, int transitWeeks) {
        return curve.stream()
                .map(point -> new Picture.Point(point.week().plusWeeks(transitWeeks), point.cumulative()))
                .toList();
    }

    private static @Nullable Window meeting(List<Picture.Point> curve, long line) {
        return curve.stream()
                .filter(point -> point.cumulative() >= line)
                .findFirst()
                .map(point -> Window.ofWeek(point.week()))
                .orElse(null);
    }

    private static List<Window> earlier(OrderHistory history) {
        return history.promises().stream()
                .map(PromiseGiven::window)
                .filter(Objects::nonNull)
                .filter(window -> !window.equals(history.order().promise()))
                .distinct()
                .toList();
    }
}
