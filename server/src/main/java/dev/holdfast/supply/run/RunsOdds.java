package dev.holdfast.supply.run;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.supply.outlook.PromiseFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The odds of every window that a published run gave, as that run was published with.
final class RunsOdds implements PromiseFigures.Odds {
    private final PromiseHistory history;
    private final IntFunction<Map<String, NavigableMap<LocalDate, OddsStore.Weeks>>> find;
    private final Map<Integer, Map<String, NavigableMap<LocalDate, OddsStore.Weeks>>> known = new HashMap<>();
    private final int[] transitDays;

    /// @param find the odds of a run
    RunsOdds(
            LaunchView launch,
            PromiseHistory history,
            IntFunction<Map<String, NavigableMap<LocalDate, OddsStore.Weeks>>> find) {
        this.history = history;
        this.find = find;
        LaunchDefinition definition = launch.definition();
        this.transitDays = history.regions().stream()
                .mapToInt(region -> 7 * definition.transitWeeks(region))
                .toArray();
    }

    @Override
    public PromiseFigures.@Nullable By of(int promise, int order) {
        int run = history.run(promise);
        if (run == 0) {
            return null;
        }
        int region = history.region(order);
        int transit = region < 0 ? 0 : transitDays[region];
        NavigableMap<LocalDate, OddsStore.Weeks> weeks =
                known.computeIfAbsent(run, find::apply).get(history.offers().get(history.offer(order)));
        OddsStore.Weeks odds =
                weeks == null ? null : weeks.get(LocalDate.ofEpochDay(history.promised(promise) - transit));
        LocalDate half = odds == null ? null : odds.half();
        LocalDate likely = odds == null ? null : odds.likely();
        return half == null || likely == null
                ? null
                : new PromiseFigures.By(
                        Math.toIntExact(half.toEpochDay()) + transit, Math.toIntExact(likely.toEpochDay()) + transit);
    }
}
