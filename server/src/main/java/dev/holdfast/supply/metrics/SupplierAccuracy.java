package dev.holdfast.supply.metrics;

import java.util.Arrays;

/// What suppliers said, against what came.
public final class SupplierAccuracy {
    private SupplierAccuracy() {}

    /// CLIP, commit accuracy: `sum min(received by the due week, committed) / sum committed`.
    ///
    /// More than was committed earns nothing: what comes in excess for one does not serve another.
    public static double clip(long[] committed, long[] receivedInTime) {
        Weeks.sameLength(committed.length, receivedInTime.length);
        double kept = 0;
        double said = 0;
        for (int commitment = 0; commitment < committed.length; commitment++) {
            kept += Math.min(receivedInTime[commitment], committed[commitment]);
            said += committed[commitment];
        }
        return kept / said;
    }

    /// The lateness that a share `quantile` of deliveries does not exceed, an actual value and no mean of
    /// two.
    public static int latenessQuantile(int[] weeksLate, double quantile) {
        if (weeksLate.length == 0) {
            throw new IllegalArgumentException("Nothing was delivered, so there is no lateness to rank.");
        }
        var rising = weeksLate.clone();
        Arrays.sort(rising);
        int rank = (int) Math.ceil(quantile * rising.length);
        return rising[Math.clamp(rank - 1L, 0, rising.length - 1)];
    }

    /// Curve adherence: `mean |actual(t) - planned(t)| / planned(t)` of the cumulative curves, weeks without
    /// plan left out.
    public static double curveAdherence(long[] planned, long[] actual) {
        Weeks.sameLength(planned.length, actual.length);
        double sum = 0;
        long weeks = 0;
        for (int week = 0; week < planned.length; week++) {
            if (planned[week] > 0) {
                sum += Math.abs((double) actual[week] - planned[week]) / planned[week];
                weeks++;
            }
        }
        return sum / weeks;
    }
}
