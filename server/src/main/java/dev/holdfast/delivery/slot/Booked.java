package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import org.jspecify.annotations.Nullable;

/// An order that has a slot, as those see it who hand over.
///
/// @param serial of its unit; null: it has none any more
public record Booked(
        OrderId order,
        long slot,
        Appointment.State state,
        @Nullable String serial,
        @Nullable String configuration) {}
