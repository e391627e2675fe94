package dev.holdfast.supply;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How sure a launch's promised weeks are, given how its suppliers kept their word so far.
///
/// @param start Monday of the week it was computed in
/// @param event the last supply event it knows of
/// @param seed with these three the same odds come out again
/// @param block orders that were planned as one
/// @param windows by offer and promised week
public record LaunchOdds(
        LocalDate start,
        long event,
        long seed,
        int scenarios,
        int block,
        @Nullable Coverage coverage,
        List<Window> windows,
        List<Supplier> suppliers) {

    public LaunchOdds {
        windows = List.copyOf(windows);
        suppliers = List.copyOf(suppliers);
    }

    /// How the 90 % windows did that would have been told in the past, on weeks they were not fitted on.
    ///
    /// @param weeks their mean width
    public record Coverage(long cases, double share, double weeks) {}

    /// Mondays of delivery weeks before transit; null: beyond the horizon.
    ///
    /// @param week what is promised
    /// @param orders that are promised it
    public record Window(
            String offer,
            LocalDate week,
            long orders,
            @Nullable LocalDate half,
            @Nullable LocalDate likely,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// @param commitments whose week is over
    /// @param clip of what was committed, the share that came in time
    /// @param medianLate the weeks late that half of the deliveries do not exceed, null before the first
    /// @param ninthDecileLate those that nine of ten do not
    public record Supplier(
            String supplier,
            long commitments,
            double clip,
            @Nullable Integer medianLate,
            @Nullable Integer ninthDecileLate) {}
}
