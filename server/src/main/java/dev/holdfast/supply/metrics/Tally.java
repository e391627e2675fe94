package dev.holdfast.supply.metrics;

/// Counts by week that can be asked for a sum up to a week: a Fenwick tree.
final class Tally {
    private final long[] tree;
    private long count;

    Tally(int weeks) {
        this.tree = new long[weeks + 1];
    }

    /// @param week from 0 on
    void add(int week) {
        count++;
        for (int at = week + 1; at < tree.length; at += at & -at) {
            tree[at]++;
        }
    }

    /// How many were added in `week` or before.
    long upTo(int week) {
        long sum = 0;
        for (int at = week + 1; at > 0; at -= at & -at) {
            sum += tree[at];
        }
        return sum;
    }

    long count() {
        return count;
    }
}
