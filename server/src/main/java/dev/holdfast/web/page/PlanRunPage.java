package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.supply.run.PlanReport;
import dev.holdfast.supply.run.PlanReport.Group;
import dev.holdfast.supply.run.PlanReport.Lead;
import dev.holdfast.supply.run.PlanRun;
import dev.holdfast.supply.run.Publishing;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One plan run: how far it is, what it would do, or what it did.
///
/// @param latest the launch's last run
/// @param isDone it was published just now
/// @param stale  it stands in for a run that could not be published any more, and this is the difference
record PlanRunPage(PlanFrame plan, PlanRun run, int latest, boolean isDone, Publishing.@Nullable Stale stale) {
    private static final int MAX_GROUPS = 20;
    private static final int MAX_LEADS = 10;

    boolean isRunning() {
        return run.state() == PlanRun.State.RUNNING;
    }

    boolean isPublishable() {
        return run.state() == PlanRun.State.PREVIEW && !run.wish().forecast();
    }

    /// A plan that was in force once, and is not.
    boolean isAgain() {
        return run.state() == PlanRun.State.SUPERSEDED;
    }

    String address(String below) {
        return plan.at("/runs/" + run.number() + below);
    }

    String choice() {
        return PlanChoices.name(PlanForm.choice(run.wish().rule(), run.wish().frozenWeeks()), plan.words());
    }

    PlanForm form() {
        return PlanForm.of(run.wish());
    }

    PlanChoices choices() {
        return PlanChoices.of(report().frontier(), plan.words());
    }

    /// Orders whose unit is there: the run knows them and does not plan them.
    long there() {
        var inputs = run.inputs();
        return inputs == null ? 0 : inputs.orders() - report().figures().orders();
    }

    /// What the run says; asked for only where there is something.
    PlanReport report() {
        var report = run.report();
        if (report == null) {
            throw new IllegalStateException("Run " + run.number() + " was not computed.");
        }
        return report;
    }

    MovedWeeks moved() {
        var moves = report().moves();
        return MovedWeeks.of(moves.byWeeks(), moves.lost(), moves.reached(), plan.words());
    }

    /// Who moves, the most later first.
    List<Group> groups(String by) {
        var moves = report().moves();
        var groups = switch (by) {
            case "configuration" -> moves.byConfiguration();
            case "region" -> moves.byRegion();
            default -> moves.byStore();
        };
        return groups.stream()
                .sorted(Comparator.comparingLong((Group group) -> group.later() + group.lost())
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Group::earlier).reversed()))
                .limit(MAX_GROUPS)
                .toList();
    }

    String name(String by, Group group) {
        var words = plan.words();
        var name = group.name();
        if (name == null) {
            return words.say("plan.by.none");
        }
        return switch (by) {
            case "configuration" -> plan.names().configuration(name);
            case "region" ->
                plan.launch()
                        .definition()
                        .region(name)
                        .map(LaunchDefinition.Region::name)
                        .map(words::name)
                        .orElse(name);
            default -> name;
        };
    }

    List<Lead> leads() {
        return report().leads().stream().limit(MAX_LEADS).toList();
    }

    String words(Lead lead) {
        return PlanLeads.words(lead, plan);
    }

    String tryIt(Lead lead) {
        return PlanLeads.tryIt(lead, plan);
    }

    /// What a stale run asks its planner to look at again, in one sentence.
    String difference() {
        var words = plan.words();
        if (stale == null || stale.difference() == null) {
            return words.say("plan.stale.computing");
        }
        var difference = stale.difference();
        return words.say(
                "plan.stale.difference",
                words.number(difference.onlyBefore()),
                words.number(difference.onlyNow()),
                words.number(difference.otherwise()));
    }
}
