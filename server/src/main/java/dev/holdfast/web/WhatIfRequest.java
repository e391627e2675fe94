package dev.holdfast.web;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.supply.run.PlanWish;
import dev.holdfast.supply.run.WhatIf;
import dev.holdfast.supply.run.WhatIf.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Scenarios as they come in.
record WhatIfRequest(
        @Nullable String rule,
        @Nullable Integer weeks,
        @Nullable Integer frozenWeeks,
        @Nullable List<@Nullable ScenarioRequest> scenarios) {

    record ScenarioRequest(@Nullable String name, @Nullable List<@Nullable ChangeRequest> changes) {}

    record ChangeRequest(
            @Nullable String kind,
            @Nullable String component,
            @Nullable String configuration,
            @Nullable String resource,
            @Nullable String toResource,
            @Nullable LocalDate fromWeek,
            @Nullable LocalDate toWeek,
            @Nullable Integer weeks,
            @Nullable Integer percent,
            @Nullable Long units) {}

    WhatIf.Wish wish() {
        List<WhatIf.Scenario> asked = new ArrayList<>();
        List<@Nullable ScenarioRequest> given = scenarios == null ? List.of() : scenarios;
        for (int at = 0; at < given.size(); at++) {
            asked.add(scenario(given.get(at), "scenarios[" + at + "]"));
        }
        PlanWish usual = PlanWish.USUAL;
        return new WhatIf.Wish(
                Objects.requireNonNullElse(rule, usual.rule()),
                Objects.requireNonNullElse(weeks, usual.weeks()),
                Objects.requireNonNullElse(frozenWeeks, usual.frozenWeeks()),
                asked);
    }

    private static WhatIf.Scenario scenario(@Nullable ScenarioRequest given, String path) {
        if (given == null || given.name == null) {
            throw missing(path + ".name");
        }
        List<Change> changes = new ArrayList<>();
        List<@Nullable ChangeRequest> asked = given.changes == null ? List.of() : given.changes;
        for (int at = 0; at < asked.size(); at++) {
            ChangeRequest one = asked.get(at);
            if (one == null || one.kind == null) {
                throw missing(path + ".changes[" + at + "].kind");
            }
            changes.add(new Change(
                    one.kind,
                    one.component,
                    one.configuration,
                    one.resource,
                    one.toResource,
                    one.fromWeek,
                    one.toWeek,
                    one.weeks,
                    one.percent,
                    one.units));
        }
        return new WhatIf.Scenario(given.name, changes);
    }

    private static Problem missing(String path) {
        Fault fault = new Fault(path, null, "is required");
        return new Problem(Problem.Kind.INVALID, "invalid_request", "'" + path + "' is required.", List.of(fault));
    }
}
