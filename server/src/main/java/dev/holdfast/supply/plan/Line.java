package dev.holdfast.supply.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The orders of a line in position order, a column of numbers per attribute.
///
/// Weeks count from the first build week (1); `promised` may lie before or after the horizon, or be [#NONE].
/// The arrays are handed over, not copied: a line of a million orders is written once and only read after.
@SuppressWarnings("ArrayRecordComponent") // a value read by index; nobody compares two lines
public record Line(int[] configuration, int[] promised, int[] notBefore, boolean[] frozen, Band[] band) {
    public static final int NONE = Integer.MIN_VALUE;

    public Line {
        int orders = configuration.length;
        if (promised.length != orders
                || notBefore.length != orders
                || frozen.length != orders
                || band.length != orders) {
            throw new IllegalArgumentException("Every column of a line needs one entry per order, " + orders);
        }
    }

    public int orders() {
        return configuration.length;
    }

    public boolean isPromised(int order) {
        return promised[order] != NONE;
    }

    /// The first week this order may be built in, by its own wish.
    int earliest(int order) {
        return Math.max(1, notBefore[order]);
    }

    /// A built week later than promised; an order without a promise cannot be late.
    boolean isLate(int order, int week) {
        return isPromised(order) && week > promised[order];
    }

    /// A frozen order that does not keep its week.
    public boolean isFrozenLate(int order, int week) {
        return frozen[order] && isLate(order, week);
    }

    /// The same orders with no band: LINE knows frozen orders and positions only.
    Line withoutBands() {
        var keep = new Band[orders()];
        Arrays.fill(keep, Band.KEEP);
        return new Line(configuration, promised, notBefore, frozen, keep);
    }

    /// Whose turn it is when promises are made again: a lower tier chooses first.
    int tier(int order) {
        return frozen[order] ? Band.WIN.tier : band[order].tier;
    }

    /// The tiers that this line has, in the order of their turns.
    int[] tiers() {
        return IntStream.range(0, orders()).map(this::tier).distinct().sorted().toArray();
    }
}
