package dev.holdfast.web.page;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.supply.run.PlanReport;
import dev.holdfast.supply.run.PlanWish;
import dev.holdfast.supply.run.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be if: each change alone beside the plan of this moment, and all of them together.
///
/// @param asked    the rows as they were typed
/// @param planned  those of them that could be planned, in the order of the results
/// @param compared null: nothing was asked yet
/// @param group    whose share of it is shown as well: `configuration:` or `region:` with an id; empty: nobody's
record PlanWhatIfPage(
        PlanFrame plan,
        dev.holdfast.supply.run.Room room,
        List<ScenarioRow> asked,
        List<ScenarioRow> planned,
        String group,
        @Nullable WhatIf compared,
        @Nullable Notice notice) {
    private static final int WEEKS_TO_PICK = 52;

    PlanWhatIfPage {
        asked = List.copyOf(asked);
        planned = List.copyOf(planned);
    }

    static WhatIf.Wish wish(List<ScenarioRow> rows) {
        var usual = PlanWish.USUAL;
        var scenarios = new ArrayList<WhatIf.Scenario>();
        for (int row = 0; row < rows.size(); row++) {
            scenarios.add(
                    new WhatIf.Scenario("row-" + row, List.of(rows.get(row).change())));
        }
        if (rows.size() > 1) {
            scenarios.add(new WhatIf.Scenario(
                    "together", rows.stream().map(ScenarioRow::change).toList()));
        }
        return new WhatIf.Wish(usual.rule(), usual.weeks(), usual.frozenWeeks(), scenarios);
    }

    static Notice refused(Problem refused, PlanFrame plan) {
        var fault = refused.faults().isEmpty()
                ? ""
                : String.valueOf(refused.faults().getFirst().value());
        return Notice.of(
                plan.words().say("plan.whatIf.refused", fault), plan.words().say("plan.whatIf.refused.text"));
    }

    /// The rows of the form: what was typed, and one to type into.
    List<ScenarioRow> rows() {
        var rows = new ArrayList<>(asked);
        if (rows.size() < ScenarioRow.MAX_ROWS) {
            rows.add(ScenarioRow.EMPTY);
        }
        return rows;
    }

    /// @param words over the column
    record Column(String words, WhatIf.Result result, boolean isAsIs) {}

    List<Column> columns() {
        var columns = new ArrayList<Column>();
        if (compared != null) {
            columns.add(new Column(plan.words().say("plan.whatIf.asIs"), compared.asIs(), true));
            for (int at = 0; at < compared.scenarios().size(); at++) {
                var words = at < planned.size()
                        ? planned.get(at).words(plan)
                        : plan.words().say("plan.whatIf.together");
                columns.add(new Column(words, compared.scenarios().get(at), false));
            }
        }
        return columns;
    }

    List<String> components() {
        return room.components().stream()
                .map(dev.holdfast.supply.run.Room.ComponentLine::name)
                .toList();
    }

    List<String> resources() {
        return room.resources().stream()
                .map(dev.holdfast.supply.run.Room.ResourceLine::name)
                .toList();
    }

    List<String> configurations() {
        return plan.launch().definition().offers().stream()
                .map(LaunchDefinition.Offer::id)
                .toList();
    }

    /// The Mondays that a change can begin on.
    List<LocalDate> weeks() {
        var weeks = new ArrayList<LocalDate>();
        for (int week = 1; week <= WEEKS_TO_PICK; week++) {
            weeks.add(room.start().plusWeeks(week));
        }
        return weeks;
    }

    private static final String CONFIGURATION = "configuration:";
    private static final String REGION = "region:";

    /// @param value as the form sends it
    record Choice(String value, String words) {}

    /// Of whom the comparison can be asked alone.
    List<Choice> groups() {
        var groups = new ArrayList<Choice>();
        configurations()
                .forEach(id ->
                        groups.add(new Choice(CONFIGURATION + id, plan.names().configuration(id))));
        plan.launch()
                .definition()
                .regions()
                .forEach(region ->
                        groups.add(new Choice(REGION + region.id(), plan.words().name(region.name()))));
        return groups;
    }

    /// The group that was asked for, if there is such a one.
    @Nullable
    Choice chosen() {
        return groups().stream()
                .filter(choice -> choice.value().equals(group))
                .findFirst()
                .orElse(null);
    }

    /// What a plan does to the group that was asked for; zeros where none of it is in line.
    PlanReport.Group share(WhatIf.Result result) {
        boolean byRegion = group.startsWith(REGION);
        var groups = byRegion ? result.byRegion() : result.byConfiguration();
        var name = group.substring(group.indexOf(':') + 1);
        return groups.stream()
                .filter(one -> name.equals(one.name()))
                .findFirst()
                .orElse(new PlanReport.Group(name, 0, 0, 0, 0, 0, 0));
    }

    MovedWeeks moved(WhatIf.Result result) {
        return MovedWeeks.of(result.byWeeks(), result.lost(), result.reached(), plan.words());
    }
}
