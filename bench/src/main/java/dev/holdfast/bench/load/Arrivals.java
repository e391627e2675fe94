package dev.holdfast.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/// When each fan means to press the button, in nanoseconds after the start: drawn before the run, so that a
/// slow answer never delays the next arrival.
public final class Arrivals {
    /// The largest launch on record took 200,000 orders in its first three minutes and 289,000 in its first
    /// hour: this share of all came in the opening, at a steady rate.
    public static final double OPENING_SHARE = 200_000.0 / 289_000.0;

    /// The last 2 % of an exponential tail would take as long as all before it; they come a little earlier.
    private static final double TAIL_PLAYED = 0.98;

    private Arrivals() {}

    /// The record's shape, scaled in time so that the opening runs at `perSecond`. After the opening the rate
    /// falls off exponentially from there. The record's own hour of tail, nineteen openings long, would only
    /// cost patience, so its time is squeezed further; its share of the orders is kept.
    public static long[] burst(int orders, double perSecond, long seed) {
        var random = new SplittableRandom(seed);
        double openingSeconds = openingSeconds(orders, perSecond);
        double tailSeconds = orders * (1 - OPENING_SHARE) / perSecond;
        long[] nanos = new long[orders];
        int opening = openingOrders(orders);
        for (int i = 0; i < orders; i++) {
            double second = i < opening
                    ? random.nextDouble() * openingSeconds
                    : openingSeconds - Math.log(1 - random.nextDouble() * TAIL_PLAYED) * tailSeconds;
            nanos[i] = (long) (second * 1e9);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /// Independent fans at an even rate: sorted uniform draws, which is a Poisson process given its count.
    public static long[] spread(int orders, double perSecond, long seed) {
        var random = new SplittableRandom(seed);
        double seconds = orders / perSecond;
        long[] nanos = new long[orders];
        for (int i = 0; i < orders; i++) {
            nanos[i] = (long) (random.nextDouble() * seconds * 1e9);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    /// How many of a burst's orders arrive in its opening.
    public static int openingOrders(int orders) {
        return (int) Math.round(orders * OPENING_SHARE);
    }

    static double openingSeconds(int orders, double perSecond) {
        return openingOrders(orders) / perSecond;
    }
}
