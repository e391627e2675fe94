package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Worth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the engine answers to a run.
///
/// @param told for each order the build week behind its window, `Line.NONE` for none
/// @param built units per configuration and week, as `Builds.perWeek` has them
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two outcomes
record Outcome(
        RunInput input,
        Plan plan,
        int[] told,
        long[] built,
        Figures figures,
        LatenessBound bound,
        Worth worth,
        List<Frontier.Point> frontier) {
    boolean moved(int order) {
        return told[order] != input.line().promised()[order];
    }

    /// The Monday of the delivery week that an order is told, before transit; null: it waits.
    @Nullable
    LocalDate delivery(int order) {
        return told[order] == Line.NONE
                ? null
                : input.plant().delivery(input.line().configuration()[order], told[order]);
    }
}
