package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;

/// Every promise each order was ever given, the first one first, as three bare columns.
///
/// The promises of order `o` stand from `start[o]` to `start[o + 1]`: in week `made` it was promised week
/// `promised`, or none. A million orders with two promises each are 20 MB this way.
@SuppressWarnings("ArrayRecordComponent") // a value read by index; nobody compares two histories
public record Revisions(int[] start, int[] made, int[] promised) {

    public Revisions {
        Weeks.sameLength(made.length, promised.length);
        Weeks.sameLength(start[start.length - 1], made.length);
    }

    public int orders() {
        return start.length - 1;
    }

    /// The first week each order was ever promised: an order that had to wait has its first promise when it
    /// gets one.
    public int[] first() {
        var first = new int[orders()];
        for (int order = 0; order < first.length; order++) {
            int at = start[order];
            while (at < start[order + 1] - 1 && promised[at] == NONE) {
                at++;
            }
            first[order] = at < start[order + 1] ? promised[at] : NONE;
        }
        return first;
    }

    /// The week each order is promised now.
    public int[] current() {
        var current = new int[orders()];
        for (int order = 0; order < current.length; order++) {
            int end = start[order + 1];
            current[order] = end > start[order] ? promised[end - 1] : NONE;
        }
        return current;
    }

    /// What each order was promised `horizon` weeks before it was delivered, the latest word then; none if it
    /// had none.
    ///
    /// With [Punctuality#meanAbsoluteError] and [Punctuality#bias] this gives MAE_h and bias_h.
    public int[] before(int[] delivered, int horizon) {
        Weeks.sameLength(orders(), delivered.length);
        var then = new int[orders()];
        for (int order = 0; order < then.length; order++) {
            then[order] = delivered[order] == NONE ? NONE : at(order, delivered[order] - horizon);
        }
        return then;
    }

    private int at(int order, int week) {
        int word = NONE;
        for (int at = start[order]; at < start[order + 1] && made[at] <= week; at++) {
            word = promised[at];
        }
        return word;
    }

    /// `#revisions / #orders`: how often a promise is changed in the life of an order.
    public double perOrder() {
        long revisions = 0;
        for (int order = 0; order < orders(); order++) {
            revisions += Math.max(0, start[order + 1] - start[order] - 1);
        }
        return (double) revisions / orders();
    }

    /// Flip-flop: the share of orders that were moved one way and then the other, however long after.
    public double flipFlop() {
        long flipped = 0;
        for (int order = 0; order < orders(); order++) {
            flipped += turns(order) ? 1 : 0;
        }
        return (double) flipped / orders();
    }

    private boolean turns(int order) {
        int direction = 0;
        int last = NONE;
        for (int at = start[order]; at < start[order + 1]; at++) {
            if (Weeks.both(last, promised[at]) && promised[at] != last) {
                int now = Integer.signum(Integer.compare(promised[at], last));
                if (now == -direction) {
                    return true;
                }
                direction = now;
            }
            last = promised[at] == NONE ? last : promised[at];
        }
        return false;
    }
}
