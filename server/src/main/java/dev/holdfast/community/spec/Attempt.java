package dev.holdfast.community.spec;

import dev.holdfast.kernel.Wilson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt to build what was wished for, and what the owners of it say. Whoever has the product of an earlier
/// attempt says nothing of a later one: theirs was built before it.
///
/// @param number 1, and one more each time something was built after owners had opened the wish again
/// @param reopenedAt when owners opened the wish again for it; null: they did not
/// @param delivered units that were handed over with it and with no later one
/// @param good owners whose last word is that it is there and good
/// @param interval of the share of those; null: nobody spoke
public record Attempt(
        int number,
        @Nullable Instant reopenedAt,
        long delivered,
        long good,
        long notGood,
        long notThere,
        @Nullable Wilson interval) {

    /// Where nothing was built yet.
    public static final Attempt NONE = of(1, null, 0, 0, 0, 0);

    static Attempt of(
            int number, @Nullable Instant reopenedAt, long delivered, long good, long notGood, long notThere) {
        return new Attempt(
                number, reopenedAt, delivered, good, notGood, notThere, Wilson.of(good, good + notGood + notThere));
    }

    public long spoken() {
        return good + notGood + notThere;
    }

    /// Whether what its owners say opens the wish again, which it does once.
    boolean failed() {
        return reopenedAt == null
                && interval != null
                && spoken() >= WishOutcome.MIN_VERDICTS
                && interval.high() < WishOutcome.TOO_LOW;
    }
}
