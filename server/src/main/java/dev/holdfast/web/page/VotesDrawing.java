package dev.holdfast.web.page;

import dev.holdfast.community.integrity.WatchedVotes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Votes over time, a bar for each span, laid out in pixels for one size of screen. What came as a burst is hatched and
/// stands at the foot of its bar.
///
/// @param from what the first bar's time is called
/// @param to   likewise of the end of the last
record VotesDrawing(
        String id,
        int width,
        int height,
        Drawing.Plot plot,
        List<Bar> bars,
        List<Bar> bursts,
        List<Drawing.Tick> amounts,
        String from,
        String to) {
    private static final int SIDE = 8;
    private static final int TOP = 18;
    private static final int BOTTOM = 26;
    /// A wish of an hour is not one fat bar.
    private static final int MIN_BARS = 16;

    VotesDrawing {
        bars = List.copyOf(bars);
        bursts = List.copyOf(bursts);
        amounts = List.copyOf(amounts);
    }

    record Bar(double x, double y, double width, double height) {}

    /// @param votes with at least one bar
    static VotesDrawing of(WatchedVotes votes, Words words, String id, int width, int height) {
        var plot = new Drawing.Plot(SIDE, TOP, width - (double) SIDE, height - (double) BOTTOM);
        var first = votes.bars().getFirst().began();
        var last = votes.bars().getLast().began();
        long spans = Math.max(MIN_BARS, Duration.between(first, last).dividedBy(votes.span()) + 1);
        double wide = (plot.right() - plot.left()) / spans;
        int most = votes.bars().stream().mapToInt(WatchedVotes.Bar::votes).max().orElse(1);
        double unit = (plot.bottom() - plot.top()) / (most * 1.08);
        var bars = new ArrayList<Bar>();
        var bursts = new ArrayList<Bar>();
        for (var bar : votes.bars()) {
            double x = plot.left() + Duration.between(first, bar.began()).dividedBy(votes.span()) * wide;
            bars.add(bar(x, wide, bar.votes() * unit, plot));
            if (bar.burst() > 0) {
                bursts.add(bar(x, wide, bar.burst() * unit, plot));
            }
        }
        var end = first.plus(votes.span().multipliedBy(spans));
        boolean oneDay = Duration.between(first, end).compareTo(Duration.ofDays(1)) <= 0;
        return new VotesDrawing(
                id,
                width,
                height,
                plot,
                bars,
                bursts,
                amounts(most, unit, words, plot),
                label(first, oneDay, words),
                label(end, oneDay, words));
    }

    private static Bar bar(double x, double wide, double high, Drawing.Plot plot) {
        return new Bar(x, plot.bottom() - high, Math.max(1, wide - 1), high);
    }

    private static List<Drawing.Tick> amounts(int most, double unit, Words words, Drawing.Plot plot) {
        long step = Math.max(1, Drawing.roundStep(most));
        var ticks = new ArrayList<Drawing.Tick>();
        for (long amount = step; amount <= most; amount += step) {
            ticks.add(new Drawing.Tick(plot.bottom() - amount * unit, words.number(amount)));
        }
        return ticks;
    }

    private static String label(Instant at, boolean oneDay, Words words) {
        return oneDay ? words.timeOfDay(at, ZoneOffset.UTC) : AnswerBoardPage.day(words, at);
    }
}
