package dev.holdfast.supply.run;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.supply.LaunchMetrics;
import dev.holdfast.supply.LaunchMetrics.Both;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.metrics.Calm;
import dev.holdfast.supply.metrics.Fairness;
import dev.holdfast.supply.metrics.ForecastError;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.outlook.PastWords;
import dev.holdfast.supply.outlook.PromiseFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The metrics of a launch: promises from their history, plans from what their runs kept, suppliers from their words.
public final class LaunchFigures {
    private final Launch launch;
    private final Plants plants;
    private final RunStore runs;
    private final KeptStore kept;
    private final OddsStore odds;
    private final Outlooks outlooks;

    LaunchFigures(Launch launch, Plants plants, RunStore runs, KeptStore kept, OddsStore odds, Outlooks outlooks) {
        this.launch = launch;
        this.plants = plants;
        this.runs = runs;
        this.kept = kept;
        this.odds = odds;
        this.outlooks = outlooks;
    }

    public LaunchMetrics of(String slug) {
        LaunchView view = launch.look(slug);
        int number = view.number();
        LocalDate thisWeek = Computing.thisWeek(view);
        LocalDate today = view.asOf().atZone(view.definition().timeZone()).toLocalDate();
        PromiseHistory history = launch.promises(slug);
        PastWords words = outlooks.pastWords(
                number, plants.assemble(number, Computing.offers(view), Computing.horizon(thisWeek, PlanWish.USUAL)));
        List<RunStore.Published> published = runs.published(number);
        Map<Integer, Map<String, List<KeptStore.Step>>> curves = new TreeMap<>();
        published.forEach(run -> curves.put(run.run(), kept.curves(number, run.run())));
        var rest = new PromiseFigures.Rest(
                judged(published, curves), words.suppliers(), words.forecasts(), mix(history, published, curves));
        LaunchMetrics metrics = new PromiseFigures(history, today)
                .metrics(new RunsOdds(view, history, run -> odds.find(number, run)), rest);
        return Unknowns.beside(metrics);
    }

    private static Map<Integer, LaunchMetrics.Judged> judged(
            List<RunStore.Published> published, Map<Integer, Map<String, List<KeptStore.Step>>> curves) {
        Map<Integer, LaunchMetrics.Judged> judged = new HashMap<>();
        RunStore.Published before = null;
        for (RunStore.Published run : published) {
            Both instability = before == null
                    ? Both.NOTHING
                    : new Both(instability(published.getFirst(), run, curves), instability(before, run, curves));
            judged.put(
                    run.run(),
                    new LaunchMetrics.Judged(
                            instability,
                            run.frozenViolations(),
                            run.overtakes(),
                            run.envy(),
                            run.latenessWeeks(),
                            run.bound(),
                            price(run)));
            before = run;
        }
        return judged;
    }

    /// Nobody late is nobody worse off, however low the bound.
    private static double price(RunStore.Published run) {
        return run.latenessWeeks() == 0 ? 0 : Fairness.priceOfFairness((double) run.latenessWeeks(), run.bound());
    }

    /// Over the weeks that both plan.
    private static double instability(
            RunStore.Published one, RunStore.Published other, Map<Integer, Map<String, List<KeptStore.Step>>> curves) {
        LocalDate from = one.start().isAfter(other.start()) ? one.start() : other.start();
        LocalDate to = one.end().isBefore(other.end()) ? one.end() : other.end();
        Map<String, long[]> units = new TreeMap<>();
        count(curves.getOrDefault(one.run(), Map.of()), 0, from, to, units);
        count(curves.getOrDefault(other.run(), Map.of()), 1, from, to, units);
        return Calm.planInstability(column(units, 0), column(units, 1));
    }

    private static void count(
            Map<String, List<KeptStore.Step>> curves,
            int column,
            LocalDate from,
            LocalDate to,
            Map<String, long[]> units) {
        curves.forEach((configuration, steps) -> {
            long sum = 0;
            for (KeptStore.Step step : steps) {
                if (!step.week().isBefore(from) && step.week().isBefore(to)) {
                    units.computeIfAbsent(configuration + " " + step.week(), _ -> new long[2])[column] =
                            step.builds() - sum;
                }
                sum = step.builds();
            }
        });
    }

    private static long[] column(Map<String, long[]> units, int column) {
        return units.values().stream().mapToLong(row -> row[column]).toArray();
    }

    private static Both mix(
            PromiseHistory history,
            List<RunStore.Published> published,
            Map<Integer, Map<String, List<KeptStore.Step>>> curves) {
        if (published.isEmpty()) {
            return Both.NOTHING;
        }
        List<String> offers = history.offers();
        var ordered = new long[offers.size()];
        for (int order = 0; order < history.size(); order++) {
            ordered[history.offer(order)]++;
        }
        return new Both(
                ForecastError.mix(built(offers, curves.get(published.getFirst().run())), ordered),
                ForecastError.mix(built(offers, curves.get(published.getLast().run())), ordered));
    }

    private static long[] built(List<String> offers, @Nullable Map<String, List<KeptStore.Step>> curves) {
        return offers.stream()
                .mapToLong(offer -> curves == null || !curves.containsKey(offer)
                        ? 0
                        : curves.get(offer).getLast().builds())
                .toArray();
    }
}
