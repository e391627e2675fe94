package dev.holdfast.supply.run;

import dev.holdfast.launch.Launch;
import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Plants;
import dev.holdfast.supply.outlook.Outlooks;
import dev.holdfast.supply.plan.Line;
import java.time.LocalDate;

/// Computes how sure a run's weeks are, after the run itself: a planner need not wait for it to look.
///
/// A run that counts on forecasts has none: it is never published, and a forecast is nobody's word that could be kept.
/// A run that gives earlier windows again is judged by what is known today: its own plant is the one of then.
final class RunOdds {
    private final Launch launch;
    private final Plants plants;
    private final Outlooks outlooks;
    private final RunStore runs;
    private final Replays replays;
    private final OddsStore store;
    private final PublishedOdds published;
    private final Precedence precedence;

    RunOdds(
            Launch launch,
            Plants plants,
            Outlooks outlooks,
            RunStore runs,
            Replays replays,
            OddsStore store,
            PublishedOdds published,
            Precedence precedence) {
        this.launch = launch;
        this.plants = plants;
        this.outlooks = outlooks;
        this.runs = runs;
        this.replays = replays;
        this.store = store;
        this.published = published;
        this.precedence = precedence;
    }

    /// Does nothing when they are there already.
    void compute(String slug, int number, int run) {
        precedence.stepAside();
        RunStore.Row row = runs.find(number, run).orElseThrow();
        if (row.run().wish().forecast() || row.run().inputs() == null || store.has(number, run)) {
            return;
        }
        RunInput told = told(replays.outcome(number, row));
        RunInput input = row.run().republishes() == null ? told : today(slug, number, row, told);
        var rule = Labels.rule(row.run().wish().rule()).orElseThrow();
        LaunchOdds odds = outlooks.odds(number, input.plant(), input.line(), rule, precedence::stepAside);
        store.add(number, run, odds);
        published.changed(number);
    }

    /// The line with the weeks that the run tells as its promises.
    private static RunInput told(Outcome outcome) {
        Line line = outcome.input().line();
        return outcome.input()
                .with(new Line(line.configuration(), outcome.told(), line.notBefore(), line.frozen(), line.band()));
    }

    /// The same line before the plant of this week.
    private RunInput today(String slug, int number, RunStore.Row row, RunInput told) {
        LocalDate thisWeek = Computing.thisWeek(launch.look(slug));
        AssembledPlant plant = plants.assemble(
                number, row.offers(), Computing.horizon(thisWeek, row.run().wish()));
        Line line = told.line();
        int orders = line.orders();
        var promised = new int[orders];
        for (int order = 0; order < orders; order++) {
            int configuration = line.configuration()[order];
            promised[order] = line.isPromised(order)
                    ? Math.max(
                            1,
                            plant.buildWeek(
                                    configuration, told.plant().delivery(configuration, line.promised()[order])))
                    : Line.NONE;
        }
        var again = new Line(line.configuration(), promised, new int[orders], line.frozen(), line.band());
        return new RunInput(plant, again, 1, told.position(), told.there());
    }
}
