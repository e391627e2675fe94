package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// The face of plan runs: ask for one, look at it, publish it.
public final class Plans {
    /// The latest runs that are listed.
    private static final int MAX_LISTED = 50;

    /// A planner's patience with an answer; who asks for more looks again.
    public static final long PATIENCE_SECONDS = 5;

    public static final long MAX_PATIENCE_SECONDS = 60;

    /// A fresh run stands in for a stale one in the same answer, when it can.
    private static final long LONG_PATIENCE_SECONDS = 30;

    /// A preview is looked at for days. A line of a million orders keeps some two MB of each.
    private static final Duration KEPT = Duration.ofDays(30);

    /// More than a planner makes in one go, so that none are left over.
    private static final int MAX_PRUNED = 100;

    private final Launch launch;
    private final RunStore runs;
    private final KeptStore kept;
    private final Computing computing;
    private final RunOdds odds;
    private final Publisher publisher;
    private final Explaining explaining;
    private final Workbench workbench;
    private final Precedence precedence;
    private final Members members;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Plans(
            Launch launch,
            RunStore runs,
            KeptStore kept,
            Computing computing,
            RunOdds odds,
            Publisher publisher,
            Explaining explaining,
            Workbench workbench,
            Precedence precedence,
            Members members,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.launch = launch;
        this.runs = runs;
        this.kept = kept;
        this.computing = computing;
        this.odds = odds;
        this.publisher = publisher;
        this.explaining = explaining;
        this.workbench = workbench;
        this.precedence = precedence;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Computes a plan to look at; nothing is published.
    ///
    /// @param patienceSeconds how long to wait for it; then the answer is what there is
    /// @throws Problem INVALID with every fault of the wish, UNKNOWN, or CAPACITY when too many plans wait
    public PlanRun ask(String slug, PlanWish wish, long patienceSeconds, String planner) {
        LaunchView view = launch.look(slug);
        int number = view.number();
        List<Fault> faults = new ArrayList<>(wish.faults());
        if (faults.isEmpty()) {
            faults.addAll(wish.strangers(view.definition()));
        }
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_request",
                    "The wish cannot be planned: " + first.where() + " '" + first.value() + "' " + first.reason() + ".",
                    faults);
        }
        int run = add(slug, wish, null, planner);
        PlanRun asked = run(slug, run);
        compute(slug, number, run, patienceSeconds);
        return patienceSeconds == 0 ? asked : run(slug, run);
    }

    /// The latest runs, the latest first.
    public List<PlanRun> latest(String slug) {
        int number = launch.number(slug);
        return runs.latest(number, MAX_LISTED).stream()
                .map(row -> asOfNow(number, row.run()))
                .toList();
    }

    /// @throws Problem UNKNOWN
    public PlanRun run(String slug, int run) {
        int number = launch.number(slug);
        return asOfNow(number, row(number, run).run());
    }

    /// Why a run gives one order the week it does, and what would bring it forward.
    ///
    /// @throws Problem UNKNOWN when there is no such run or order, or the run does not know the order
    public OrderWhy explain(String slug, int run, OrderId order, String planner) {
        int number = launch.number(slug);
        RunStore.Row row = row(number, run);
        if (row.run().inputs() == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown_order", "Run " + run + " has no orders yet.");
        }
        return explaining.explain(number, row, order, new Asker(planner, true));
    }

    /// Puts a run in force, or an earlier one again; in one act that either happens or does not.
    ///
    /// @throws Problem UNKNOWN, or CONFLICT `plan_not_publishable`
    public Publishing publish(String slug, int run, String planner) {
        LaunchView view = launch.look(slug);
        RunStore.Row row = row(view.number(), run);
        return switch (asOfNow(view.number(), row.run()).state()) {
            case RUNNING -> throw notPublishable("Run " + run + " is still being computed. Look at it first.");
            case FAILED ->
                throw notPublishable("Run " + run + " failed: " + row.run().fault() + " Ask for another.");
            case PUBLISHED -> new Publishing.Done(row.run(), 0, 0, 0, 0, 0);
            case SUPERSEDED -> again(slug, row, planner);
            case PREVIEW -> preview(slug, view, row, planner);
        };
    }

    private Publishing preview(String slug, LaunchView view, RunStore.Row row, String planner) {
        if (row.run().wish().forecast()) {
            throw notPublishable("Run " + row.run().number() + " counts on what suppliers only forecast. Ask for one"
                    + " that counts on what they committed to.");
        }
        String why = publisher.stale(view, row).orElse("");
        if (why.isEmpty()) {
            try {
                return precedence.first(() -> publisher.publish(slug, row, planner));
            } catch (Problem overtaken) {
                if (!overtaken.code().equals("plan_stale")) {
                    throw overtaken;
                }
                why = "publication";
            }
        }
        return stale(slug, row, why, planner);
    }

    /// Computes the same wish anew. When that moves nobody otherwise, it is what the planner looked at, and published.
    private Publishing stale(String slug, RunStore.Row row, String why, String planner) {
        int number = launch.number(slug);
        int fresh = add(slug, row.run().wish(), null, planner);
        compute(slug, number, fresh, LONG_PATIENCE_SECONDS);
        RunStore.Row now = row(number, fresh);
        if (now.run().state() != PlanRun.State.PREVIEW) {
            return new Publishing.Stale(row.run(), why, asOfNow(number, now.run()), null);
        }
        Publishing.Difference difference = publisher.difference(number, row, now);
        if (difference.isNone() && publisher.stale(launch.look(slug), now).isEmpty()) {
            return precedence.first(() -> publisher.publish(slug, now, planner));
        }
        return new Publishing.Stale(row.run(), why, now.run(), difference);
    }

    /// Everybody's window as of an earlier run, where what that run counted on still carries it; who came later keeps
    /// theirs. A run of its own, since the line has moved on.
    private Publishing again(String slug, RunStore.Row earlier, String planner) {
        int number = launch.number(slug);
        PlanWish was = earlier.run().wish();
        PlanWish wish = new PlanWish(
                "stay-put",
                Replays.inputs(earlier.run()).weeks(),
                was.frozenWeeks(),
                PlanWish.MAX_WEEKS,
                1,
                false,
                false,
                was.bands(),
                was.atFault(),
                "run " + earlier.run().number() + " again");
        int run = add(slug, wish, earlier.run().number(), planner);
        compute(slug, number, run, LONG_PATIENCE_SECONDS);
        RunStore.Row row = row(number, run);
        return row.run().state() == PlanRun.State.PREVIEW
                ? preview(slug, launch.look(slug), row, planner)
                : new Publishing.Stale(earlier.run(), "publication", asOfNow(number, row.run()), null);
    }

    private int add(String slug, PlanWish wish, @Nullable Integer republishes, String planner) {
        int number = launch.number(slug);
        Integer run = transactions.execute(status -> {
            int added = runs.add(number, wish, republishes, runs.inForce(number), planner, clock.instant());
            members.audit(planner, "ask_plan", slug, "run " + added + ", " + wish.rule());
            return added;
        });
        return run;
    }

    private void compute(String slug, int number, int run, long patienceSeconds) {
        try {
            Future<?> started = workbench.start(number, run, progress -> {
                precedence.first(() -> {
                    computing.compute(slug, run, progress);
                    return run;
                });
                workbench.later(number, run, () -> {
                    odds.compute(slug, number, run);
                    kept.prune(number, clock.instant().minus(KEPT), MAX_LISTED, MAX_PRUNED);
                });
            });
            workbench.await(started, patienceSeconds);
        } catch (Problem busy) {
            runs.failed(number, run, String.valueOf(busy.getMessage()));
            throw busy;
        }
    }

    private RunStore.Row row(int number, int run) {
        return runs.find(number, run)
                .orElseThrow(() ->
                        new Problem(Problem.Kind.UNKNOWN, "unknown_plan", "This launch has no plan run " + run + "."));
    }

    /// With the progress that this instance knows of; a run that nobody computes any more has failed.
    private PlanRun asOfNow(int number, PlanRun run) {
        if (run.state() != PlanRun.State.RUNNING) {
            return run;
        }
        return runs.isLost(number, run.number())
                ? run.lost("The server that computed it ended.")
                : run.at(workbench.progress(number, run.number()).orElse(null));
    }

    private static Problem notPublishable(String message) {
        return new Problem(Problem.Kind.CONFLICT, "plan_not_publishable", message);
    }
}
