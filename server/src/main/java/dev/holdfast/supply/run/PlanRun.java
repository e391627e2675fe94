package dev.holdfast.supply.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One computation of a plan, from the wish to what became of it.
///
/// @param number counts the launch's runs from 1
/// @param republishes the earlier run whose windows it gives again; null: none
/// @param base the run in force when this one was computed; 0 before the first
/// @param inputs null until it was computed
/// @param report null until it was computed
/// @param seconds how long that took
/// @param fault what went wrong, when it failed
/// @param progress while it runs
public record PlanRun(
        int number,
        State state,
        PlanWish wish,
        @Nullable Integer republishes,
        int base,
        String requestedBy,
        Instant requestedAt,
        @Nullable Inputs inputs,
        @Nullable PlanReport report,
        @Nullable Double seconds,
        @Nullable String fault,
        @Nullable Publication publication,
        @Nullable Running progress) {

    PlanRun at(@Nullable Running now) {
        return new PlanRun(
                number,
                state,
                wish,
                republishes,
                base,
                requestedBy,
                requestedAt,
                inputs,
                report,
                seconds,
                fault,
                publication,
                now);
    }

    PlanRun lost(String how) {
        return new PlanRun(
                number,
                State.FAILED,
                wish,
                republishes,
                base,
                requestedBy,
                requestedAt,
                inputs,
                report,
                seconds,
                how,
                publication,
                null);
    }

    public enum State {
        RUNNING,
        PREVIEW,
        PUBLISHED,
        SUPERSEDED,
        FAILED
    }

    /// What the run was computed from: with these it can be computed again, byte for byte.
    ///
    /// @param start Monday of the first build week
    /// @param supplyEvent the last supply event it knows of; 0 before the first
    /// @param lineSequence the line's journal up to which it knows the orders
    /// @param inputHash of everything it was computed from, wish and rule included
    /// @param resultHash of every order's week
    public record Inputs(
            LocalDate start,
            int weeks,
            long supplyEvent,
            long lineSequence,
            long orders,
            long moved,
            String plantHash,
            String inputHash,
            String resultHash) {}

    public record Publication(String by, Instant at) {}

    /// @param step `waiting`, `reading`, `planning`, `comparing`, `bounding` or `writing`
    /// @param share of that step that is done, 0 to 1
    public record Running(String step, double share) {}
}
