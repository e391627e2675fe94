package dev.holdfast.delivery.allocation;

import dev.holdfast.kernel.Check;

/// Units in the order in which they are to be given: those furthest on their way first.
///
/// @param configuration of each unit, as a number
/// @param region in which it is, or to which it is under way, as a number; [Allocation#NONE]: it may still go
///     anywhere
/// @param usable whether it may be given to anybody: not when it is damaged
@SuppressWarnings("ArrayRecordComponent") // columns; nobody compares two stocks
public record Stock(int[] configuration, int[] region, boolean[] usable) {
    public Stock {
        boolean even = region.length == configuration.length && usable.length == configuration.length;
        Check.that(even, "The columns of %s units are not of one length.", configuration.length);
    }

    public int size() {
        return configuration.length;
    }
}
