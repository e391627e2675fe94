package dev.holdfast.supply.run;

import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.plan.Line;

/// Computes how sure a run's weeks are, after the run itself: a planner need not wait for it to look.
///
/// A run that gives earlier windows again has none: its weeks are not those of what is known today.
final class RunOdds {
    private final Outlooks outlooks;
    private final RunStore runs;
    private final Replays replays;
    private final OddsStore store;
    private final PublishedOdds published;

    RunOdds(Outlooks outlooks, RunStore runs, Replays replays, OddsStore store, PublishedOdds published) {
        this.outlooks = outlooks;
        this.runs = runs;
        this.replays = replays;
        this.store = store;
        this.published = published;
    }

    void compute(int launch, int run) {
        RunStore.Row row = runs.find(launch, run).orElseThrow();
        if (row.run().republishes() != null || row.run().wish().forecast()) {
            return;
        }
        Outcome outcome = replays.outcome(launch, row);
        Line line = outcome.input().line();
        Line told = new Line(line.configuration(), outcome.told(), line.notBefore(), line.frozen(), line.band());
        LaunchOdds odds = outlooks.odds(launch, outcome.input().plant(), told);
        store.add(launch, run, odds);
        published.changed(launch);
    }
}
