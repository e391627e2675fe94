package dev.holdfast.bench.check;

import java.util.Set;

/// Somebody who wanted a place, and what they were told.
///
/// @param order that they have
/// @param inTurn whether there is a place for them when everybody who waits longer has one
/// @param told slots of which it was said that they are theirs; more than one: they asked for several at once, and any
///     of them may have been the last
public record Seeker(String order, String region, boolean inTurn, Set<Long> told) {
    public Seeker {
        told = Set.copyOf(told);
    }
}
