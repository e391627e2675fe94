package dev.holdfast.supply.run;

import org.jspecify.annotations.Nullable;

/// What became of the wish to publish a run.
public sealed interface Publishing {
    /// It is in force.
    ///
    /// @param touched orders that came, went or changed between the run and its publication
    record Done(PlanRun run, long earlier, long later, long lost, long reached, long touched) implements Publishing {}

    /// What it was computed from is no longer so, and a plan of today would move other orders.
    ///
    /// @param why `supply`, `week` or `publication`: what changed since
    /// @param fresh a run of today under the same wish, to look at and publish instead
    /// @param difference null while the fresh run is still being computed
    record Stale(
            PlanRun run,
            String why,
            PlanRun fresh,
            @Nullable Difference difference) implements Publishing {}

    /// @param onlyBefore orders that the stale run would have moved and the fresh one does not
    /// @param onlyNow the other way about
    /// @param otherwise orders that both move, to different weeks
    record Difference(long onlyBefore, long onlyNow, long otherwise) {
        boolean isNone() {
            return onlyBefore + onlyNow + otherwise == 0;
        }
    }
}
