package dev.holdfast.supply.metrics;

import dev.holdfast.kernel.Check;

/// What all these columns agree on.
public final class Weeks {
    /// No week: not promised, not delivered.
    public static final int NONE = Integer.MIN_VALUE;

    private Weeks() {}

    static boolean both(int one, int other) {
        return one != NONE && other != NONE;
    }

    /// Columns of one table have one entry for each row.
    static void sameLength(int one, int other) {
        Check.that(one == other, "Columns of %s and %s rows do not belong together.", one, other);
    }
}
