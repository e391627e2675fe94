package dev.holdfast.supply.run;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans of what is not so: nothing is kept, nobody is told.
///
/// @param asIs the plan of this moment, which the others are compared with
public record WhatIf(Result asIs, List<Result> scenarios) {
    public static final int MAX_SCENARIOS = 20;
    public static final int MAX_CHANGES = 20;

    public WhatIf {
        scenarios = List.copyOf(scenarios);
    }

    /// @param rule `line`, `stay-put` or `protect-all`
    public record Wish(String rule, int weeks, int frozenWeeks, List<Scenario> scenarios) {
        public Wish {
            scenarios = List.copyOf(scenarios);
        }
    }

    /// @param changes applied in their order
    public record Scenario(String name, List<Change> changes) {
        public Scenario {
            changes = List.copyOf(changes);
        }
    }

    /// One thing that is otherwise.
    ///
    /// @param kind `slip`, `expedite`, `cut` or `add` of a component; `close` of a configuration; `capacity` of a
    ///     resource, or `move_capacity` from it to another
    /// @param fromWeek a Monday; null: next week, for what is in stock does not move
    /// @param toWeek a Monday; null: the end of the horizon
    /// @param weeks of a slip or an expedite
    /// @param percent of a cut
    /// @param units more in each week; of an `add`, once
    public record Change(
            String kind,
            @Nullable String component,
            @Nullable String configuration,
            @Nullable String resource,
            @Nullable String toResource,
            @Nullable LocalDate fromWeek,
            @Nullable LocalDate toWeek,
            @Nullable Integer weeks,
            @Nullable Integer percent,
            @Nullable Long units) {}

    /// @param moved orders whose window would move from what it is now
    /// @param laterThanAsIs orders built later than by the plan of this moment, and so on
    public record Result(
            String name,
            PlanReport.Figures figures,
            long moved,
            long earlier,
            long later,
            long lost,
            long reached,
            List<PlanReport.Shift> byWeeks,
            List<PlanReport.YearCrossed> yearsCrossed,
            List<PlanReport.Group> byConfiguration,
            List<PlanReport.Group> byRegion,
            long earlierThanAsIs,
            long laterThanAsIs,
            List<PlanReport.Held> held,
            double seconds) {
        public Result {
            byWeeks = List.copyOf(byWeeks);
            yearsCrossed = List.copyOf(yearsCrossed);
            byConfiguration = List.copyOf(byConfiguration);
            byRegion = List.copyOf(byRegion);
            held = List.copyOf(held);
        }
    }
}
