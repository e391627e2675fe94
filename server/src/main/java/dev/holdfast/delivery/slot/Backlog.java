package dev.holdfast.delivery.slot;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order whose unit is at a centre and that has no slot.
///
/// @param priorityAt whoever has the earliest comes first
/// @param invitedAt null: their turn has not come
/// @param missed times nobody came
public record Backlog(
        OrderId order,
        String serial,
        Instant priorityAt,
        @Nullable Instant invitedAt,
        int missed) {}
