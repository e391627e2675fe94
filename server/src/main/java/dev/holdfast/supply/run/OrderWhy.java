package dev.holdfast.supply.run;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a run gives one order the week it does, in a planner's numbers.
///
/// @param rank place among the live orders of its configuration
/// @param frozen locked, or due within the run's frozen weeks
/// @param promised Monday of the window before this run, with transit; null: it waited
/// @param told Monday of the window by this run, with transit; null: it waits
/// @param builtIn Monday of the week its unit is built in; null: beyond the horizon
/// @param held what keeps it from an earlier week; null: nothing does
/// @param curve of its configuration by this run, the steps only
/// @param earlier what would bring its unit forward, the most weeks first
public record OrderWhy(
        int run,
        String order,
        long position,
        String configuration,
        @Nullable String region,
        long rank,
        boolean frozen,
        String band,
        @Nullable LocalDate promised,
        @Nullable LocalDate told,
        @Nullable LocalDate builtIn,
        @Nullable HeldBy held,
        List<CurveStep> curve,
        List<Lever> earlier) {
    public OrderWhy {
        curve = List.copyOf(curve);
        earlier = List.copyOf(earlier);
    }

    /// @param kind `component` or `resource`
    /// @param event number of the supply event behind it; null: none since the plan before
    public record HeldBy(String kind, String name, @Nullable Long event) {}

    /// @param builds units built by the end of the week
    public record CurveStep(LocalDate week, long builds) {}

    /// @param kind `component`: everything of it one week earlier; `resource`: a tenth more of it in every week
    /// @param weeks by how many weeks this order's unit would be built earlier; 0: it would not help
    public record Lever(String kind, String name, int weeks) {}
}
