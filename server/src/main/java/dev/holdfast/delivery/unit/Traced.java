package dev.holdfast.delivery.unit;

import dev.holdfast.launch.OrderId;
import org.jspecify.annotations.Nullable;

/// A unit that was made of a lot, and whose it is.
///
/// @param number by which pages go on
/// @param member its owner, or whoever it was given to; null: nobody yet
public record Traced(
        long number,
        int launch,
        String serial,
        String configuration,
        UnitState state,
        @Nullable OrderId order,
        @Nullable String member) {
    Traced of(@Nullable String owner) {
        return new Traced(number, launch, serial, configuration, state, order, owner);
    }
}
