package dev.holdfast.delivery.kept;

import dev.holdfast.kernel.Wilson;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How the promises to some orders were kept.
///
/// @param name of what they have in common: an offer, a region, the Monday of the week they were promised for; `-`:
///     too few for a name, or none
/// @param orders in the file
/// @param due those whose promised week is over, and that did not end before it was
/// @param kept due, handed over in or before their promised week, and in full
/// @param delivered handed over, due or not
/// @param inside those of them in the very week that was promised
/// @param withdrawn ended by the brand before their week was over
/// @param gaveUp ended before it because their member did not agree to a delay
/// @param left ended before it by their member's own wish
/// @param handedOver like `delivered`; by week: those handed over in this week, whatever was promised
/// @param medianWeeks from the promised week to that of the hand-over, below 0 early; null: none was handed over
public record Figure(
        By by,
        String name,
        Promise promise,
        long orders,
        long due,
        long kept,
        long delivered,
        long inside,
        long withdrawn,
        long gaveUp,
        long left,
        long handedOver,
        @Nullable Integer medianWeeks) {
    /// The name of what has too few orders to be told apart.
    public static final String FEW = "-";

    static final Comparator<Figure> ORDER =
            Comparator.comparing(Figure::by).thenComparing(Figure::name).thenComparing(Figure::promise);

    /// What orders are put together by.
    public enum By {
        LAUNCH,
        CONFIGURATION,
        REGION,
        WEEK
    }

    /// On time and in full, of those due; null: none is.
    public @Nullable Double onTimeInFull() {
        return share(kept, due);
    }

    public @Nullable Wilson onTimeInterval() {
        return Wilson.of(kept, due);
    }

    /// The share of hand-overs inside their window; null: there was none.
    public @Nullable Double coverage() {
        return share(inside, delivered);
    }

    public @Nullable Wilson coverageInterval() {
        return Wilson.of(inside, delivered);
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
