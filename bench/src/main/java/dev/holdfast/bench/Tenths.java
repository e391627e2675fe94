package dev.holdfast.bench;

import java.util.ArrayList;
import java.util.List;

/// Whether the rate stayed flat while the book grew: the rate of each tenth of a run's payments, in order.
final class Tenths {
    private static final int TENTHS = 10;

    private Tenths() {}

    /// @param paidNanos when each payment was acknowledged, ascending
    static List<Double> ratesPerSecond(long[] paidNanos) {
        var rates = new ArrayList<Double>();
        int each = paidNanos.length / TENTHS;
        for (int tenth = 0; tenth < TENTHS && each > 1; tenth++) {
            long nanos = paidNanos[(tenth + 1) * each - 1] - paidNanos[tenth * each];
            rates.add(Math.round((each - 1) * 1e9 / Math.max(1, nanos)) * 1.0);
        }
        return List.copyOf(rates);
    }
}
