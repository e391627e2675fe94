package dev.holdfast.delivery.allocation;

import dev.holdfast.kernel.Check;

/// Orders in entry order, as columns: a line may hold a million.
///
/// @param configuration of each order, as a number
/// @param region to which each is to be delivered, as a number; [Allocation#NONE]: anywhere
/// @param holds the unit that each has, by its index; [Allocation#NONE]: none yet
/// @param postponed whether its fan wants it later: it gives its unit back, takes none, and keeps its place
@SuppressWarnings("ArrayRecordComponent") // columns; nobody compares two lines
public record Waiting(int[] configuration, int[] region, int[] holds, boolean[] postponed) {
    public Waiting {
        boolean even = region.length == configuration.length
                && holds.length == configuration.length
                && postponed.length == configuration.length;
        Check.that(even, "The columns of %s orders are not of one length.", configuration.length);
    }

    public int size() {
        return configuration.length;
    }
}
