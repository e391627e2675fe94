package dev.holdfast.supply.run;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Published;
import dev.holdfast.member.Members;
import dev.holdfast.supply.master.Plants;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a computed run in force.
///
/// What a planner looked at is what is published. Orders that came or left since are no reason to look again: the
/// launch fits them in when it flips, each to its own week or the first after. A reason to look again is what would
/// give the same orders other weeks: another supply, another plan in force, or a week gone by.
final class Publisher {
    private final Launch launch;
    private final Plants plants;
    private final RunStore runs;
    private final Replays replays;
    private final PublishedOdds odds;
    private final Members members;
    private final InstantSource clock;

    Publisher(
            Launch launch,
            Plants plants,
            RunStore runs,
            Replays replays,
            PublishedOdds odds,
            Members members,
            InstantSource clock) {
        this.launch = launch;
        this.plants = plants;
        this.runs = runs;
        this.replays = replays;
        this.odds = odds;
        this.members = members;
        this.clock = clock;
    }

    /// Why a run cannot be published as it is; empty when it can.
    Optional<String> stale(LaunchView view, RunStore.Row row) {
        PlanRun.Inputs inputs = Replays.inputs(row.run());
        if (runs.inForce(view.number()) != row.run().base()) {
            return Optional.of("publication");
        }
        if (row.run().republishes() != null) {
            return Optional.empty();
        }
        LocalDate thisWeek = Computing.thisWeek(view);
        if (!inputs.start().equals(thisWeek)) {
            return Optional.of("week");
        }
        List<String> offers = Computing.offers(view);
        if (plants.latestEvent(view.number()) == inputs.supplyEvent() && offers.equals(row.offers())) {
            return Optional.empty();
        }
        String today = plants.assemble(
                        view.number(),
                        offers,
                        Computing.horizon(thisWeek, row.run().wish()))
                .hash();
        return today.equals(inputs.plantHash()) ? Optional.empty() : Optional.of("supply");
    }

    /// @throws Problem CONFLICT `plan_stale` when another plan was published in the meantime
    Publishing.Done publish(String slug, RunStore.Row row, String by) {
        int number = launch.number(slug);
        int run = row.run().number();
        PlanRun.Inputs inputs = Replays.inputs(row.run());
        Replays.Ready ready = replays.ready(number, row).orElseGet(() -> again(slug, row));
        Outcome outcome = ready.outcome();
        Causes causes = new Causes(outcome, plants.touched(number, known(number, row), inputs.supplyEvent()));
        AtFault atFault = Labels.atFault(row.run().wish().atFault()).orElseThrow();
        Moving moving = new Moving(outcome, causes, ready.movers());
        launch.stage(number, run, atFault, moving.moves());
        explain(slug, row, outcome, moving.behind());
        Published published = launch.publish(number, run, inputs.lineSequence(), () -> {
            boolean wasPreview = runs.publish(number, run, by, clock.instant());
            Check.that(wasPreview, "Run %s of %s is no preview any more.", run, slug);
            members.audit(by, "publish_plan", slug, "run " + run + ", " + inputs.moved() + " moved");
        });
        odds.changed(number);
        return new Publishing.Done(
                runs.find(number, run).orElseThrow().run(),
                published.earlier(),
                published.later(),
                published.lost(),
                published.reached(),
                published.touched());
    }

    /// A run that another instance computed, or this one before its last start, or long ago.
    private Replays.Ready again(String slug, RunStore.Row row) {
        int number = launch.number(slug);
        // From what was kept, not from memory: what cannot be computed again is not published.
        Outcome outcome = replays.again(number, row);
        replays.remember(number, row.run().number(), outcome, null, "");
        boolean isAgain = row.run().republishes() != null;
        return new Replays.Ready(outcome, Movers.of(outcome, launch.snapshot(slug, null), isAgain));
    }

    private void explain(String slug, RunStore.Row row, Outcome outcome, Set<Moving.Behind> behind) {
        int number = launch.number(slug);
        long event = Replays.inputs(row.run()).supplyEvent();
        Map<String, Map<String, String>> offers = launch.look(slug).definition().offers().stream()
                .collect(Collectors.toMap(LaunchDefinition.Offer::id, LaunchDefinition.Offer::name));
        FanWords words = new FanWords(
                plants.spoken(number, event),
                offers,
                Set.copyOf(outcome.input().plant().resources()),
                plants.words(number, event),
                known(number, row));
        launch.explain(
                number,
                row.run().number(),
                behind.stream()
                        .filter(one -> one.binding() != null || one.event() != null)
                        .map(one -> words.of(one.binding(), one.event()))
                        .toList());
    }

    /// The last supply event that the plan in force knew of.
    private long known(int number, RunStore.Row row) {
        int base = row.run().base();
        return base == 0
                ? 0
                : Replays.inputs(runs.find(number, base).orElseThrow().run()).supplyEvent();
    }

    /// What two runs would do differently to the orders that both know.
    Publishing.Difference difference(int number, RunStore.Row before, RunStore.Row now) {
        return Differences.between(replays.outcome(number, before), replays.outcome(number, now));
    }
}
