package dev.holdfast.supply.outlook;

import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.metrics.Calm;
import dev.holdfast.supply.metrics.Fairness;
import dev.holdfast.supply.metrics.Punctuality;
import dev.holdfast.supply.metrics.Revisions;
import dev.holdfast.supply.metrics.Weeks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The metrics of a launch's promises, from every window its orders were ever given. What runs and suppliers said of
/// themselves is put beside it by who knows them.
public final class PromiseFigures {
    /// How many weeks before a delivery the word then given is looked at.
    private static final int[] DISTANCES = {4, 8, 16, 26};

    /// Nearer weeks count more, by a tenth a week: a slip of next week's delivery weighs three times one in
    /// a quarter.
    private static final double ALPHA = 0.1;

    private static final LaunchMetrics.Judged NOT_KEPT =
            new LaunchMetrics.Judged(LaunchMetrics.Both.NOTHING, 0, 0, 0, 0, Double.NaN, Double.NaN);

    private final PromiseHistory history;
    private final Revisions revisions;
    private final int[] delivered;
    private final int now;

    public PromiseFigures(PromiseHistory history, LocalDate today) {
        this.history = history;
        this.revisions = revisions(history);
        this.delivered = new int[history.size()];
        for (int order = 0; order < delivered.length; order++) {
            delivered[order] = week(history.delivered(order));
        }
        this.now = week(Math.toIntExact(today.toEpochDay()));
    }

    private static Revisions revisions(PromiseHistory history) {
        int orders = history.size();
        int promises = history.start(orders);
        var start = new int[orders + 1];
        for (int order = 0; order <= orders; order++) {
            start[order] = history.start(order);
        }
        var made = new int[promises];
        var promised = new int[promises];
        for (int promise = 0; promise < promises; promise++) {
            made[promise] = week(history.made(promise));
            promised[promise] = week(history.promised(promise));
        }
        return new Revisions(start, made, promised);
    }

    /// Weeks count from the Monday before 1970-01-01, which was a Thursday.
    static int week(int day) {
        return day == PromiseHistory.NONE ? Weeks.NONE : Math.floorDiv(day + 3, 7);
    }

    /// The odds that a run gave with a window.
    public interface Odds {
        /// @param promise numbered as in the history
        /// @param order whose promise it is
        /// @return null: the run has none for it
        @Nullable
        By of(int promise, int order);
    }

    /// By which weeks half and nine tenths of those with a window have theirs, as days of their Mondays.
    public record By(int half, int likely) {}

    /// Everything but [LaunchMetrics#runs()], [LaunchMetrics#suppliers()] and what goes with them, through `rest`.
    public LaunchMetrics metrics(Odds odds, Rest rest) {
        int[] first = revisions.first();
        int[] current = revisions.current();
        boolean isAny = Arrays.stream(delivered).anyMatch(week -> week != Weeks.NONE);
        return new LaunchMetrics(
                history.size(),
                count(delivered),
                history.size() - count(current),
                new LaunchMetrics.Both(isAny ? onTime(first) : Double.NaN, isAny ? onTime(current) : Double.NaN),
                new LaunchMetrics.Windows(
                        new ToldWindows(history, odds, true).told(delivered),
                        new ToldWindows(history, odds, false).told(delivered)),
                errors(),
                stability(first, current),
                fairness(isAny ? delivered : current),
                runs(first, rest.judged()),
                rest.suppliers(),
                rest.forecast(),
                rest.mix(),
                List.of());
    }

    /// What others know.
    ///
    /// @param judged by the number of the run
    public record Rest(
            Map<Integer, LaunchMetrics.Judged> judged,
            List<LaunchMetrics.Supplier> suppliers,
            LaunchMetrics.Forecasts forecast,
            LaunchMetrics.Both mix) {
        public Rest {
            judged = Map.copyOf(judged);
            suppliers = List.copyOf(suppliers);
        }
    }

    private static long count(int[] weeks) {
        return Arrays.stream(weeks).filter(week -> week != Weeks.NONE).count();
    }

    private double onTime(int[] promised) {
        var complete = new boolean[promised.length];
        Arrays.fill(complete, true);
        return Punctuality.onTimeInFull(promised, delivered, complete, now);
    }

    private List<LaunchMetrics.Distance> errors() {
        List<LaunchMetrics.Distance> errors = new ArrayList<>();
        for (int weeks : DISTANCES) {
            int[] then = revisions.before(delivered, weeks);
            errors.add(new LaunchMetrics.Distance(
                    weeks, Punctuality.meanAbsoluteError(then, delivered), Punctuality.bias(then, delivered)));
        }
        return errors;
    }

    private LaunchMetrics.Stability stability(int[] first, int[] current) {
        int[] slips = Fairness.slips(first, current);
        return new LaunchMetrics.Stability(
                revisions.perOrder(),
                revisions.flipFlop(),
                Fairness.maxSlip(slips),
                Fairness.gini(slips),
                Fairness.jain(slips));
    }

    /// Overtakes are counted within offer and region, so that transit weeks make none.
    private LaunchMetrics.Order fairness(int[] served) {
        var classes = new int[served.length];
        var regions = new int[served.length];
        for (int order = 0; order < served.length; order++) {
            regions[order] = Math.max(0, history.region(order));
            classes[order] = history.offer(order) * (history.regions().size() + 1) + regions[order];
        }
        return new LaunchMetrics.Order(Fairness.overtakes(classes, served), Fairness.kendallTau(regions, served));
    }

    private List<LaunchMetrics.Run> runs(int[] first, Map<Integer, LaunchMetrics.Judged> judged) {
        var numbers = new TreeSet<>(judged.keySet());
        for (int promise = 0; promise < history.start(history.size()); promise++) {
            numbers.add(history.run(promise));
        }
        numbers.remove(0);
        return numbers.stream()
                .map(number -> run(number, first, judged.getOrDefault(number, NOT_KEPT)))
                .toList();
    }

    /// What one run did to the orders that were in line before it.
    private LaunchMetrics.Run run(int number, int[] first, LaunchMetrics.Judged judged) {
        int at = Weeks.NONE;
        for (int promise = 0; promise < history.start(history.size()); promise++) {
            at = history.run(promise) == number ? Math.max(at, week(history.made(promise))) : at;
        }
        var original = new int[history.size()];
        var before = new int[history.size()];
        var after = new int[history.size()];
        int open = 0;
        for (int order = 0; order < history.size(); order++) {
            int from = history.start(order);
            int last = from;
            while (last + 1 < history.start(order + 1) && isUpTo(last + 1, number)) {
                last++;
            }
            boolean isMoved = last > from && history.run(last) == number;
            if (isMoved || week(history.made(from)) <= at) {
                original[open] = first[order];
                before[open] = week(history.promised(isMoved ? last - 1 : last));
                after[open++] = week(history.promised(last));
            }
        }
        int[] was = Arrays.copyOf(original, open);
        int[] then = Arrays.copyOf(before, open);
        int[] told = Arrays.copyOf(after, open);
        return new LaunchMetrics.Run(
                number,
                open,
                new LaunchMetrics.Both(Calm.churn(was, told), Calm.churn(then, told)),
                new LaunchMetrics.Both(Calm.nervousness(was, told, at, ALPHA), Calm.nervousness(then, told, at, ALPHA)),
                judged);
    }

    private boolean isUpTo(int promise, int run) {
        return history.run(promise) <= run;
    }
}
