package dev.holdfast.supply.run;

import dev.holdfast.supply.plan.Figures;
import dev.holdfast.supply.plan.LatenessBound;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Worth;
import java.util.List;

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
}
