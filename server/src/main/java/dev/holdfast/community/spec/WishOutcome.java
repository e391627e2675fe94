package dev.holdfast.community.spec;

import dev.holdfast.kernel.Wilson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an accepted wish, down to what owners say of it.
///
/// @param changes that answer it, the oldest first
/// @param delivered units that were handed over with it
/// @param good owners whose last word is that it is there and good
/// @param interval of the share of those; null: nobody spoke
public record WishOutcome(
        List<ChangeRecord> changes,
        long delivered,
        long good,
        long notGood,
        long notThere,
        @Nullable Wilson interval) {
    /// How many have to have spoken before a wish is opened again.
    public static final int MIN_VERDICTS = 20;

    /// And how low the upper end of the interval has to lie: below it, most owners are not content, nearly
    /// for sure.
    public static final double TOO_LOW = 0.5;

    public WishOutcome {
        changes = List.copyOf(changes);
    }

    static WishOutcome of(List<ChangeRecord> changes, long delivered, long good, long notGood, long notThere) {
        return new WishOutcome(changes, delivered, good, notGood, notThere, Wilson.of(good, good + notGood + notThere));
    }

    public long spoken() {
        return good + notGood + notThere;
    }

    /// Whether what owners say opens the wish again.
    boolean failed() {
        return interval != null && spoken() >= MIN_VERDICTS && interval.high() < TOO_LOW;
    }
}
