package dev.holdfast.delivery.unit;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One built, serial-numbered product as it stands.
///
/// @param number by which pages of units go on
/// @param configuration the offer of its launch that it is one of
/// @param region in which it is, or to which it is under way; null: it may still go anywhere
/// @param order whose it is; null: nobody's yet
/// @param destination the region to which that order is to be delivered
/// @param quarantined whether nobody is to be handed it
public record Unit(
        long number,
        int launch,
        String serial,
        String configuration,
        @Nullable String region,
        UnitState state,
        Instant at,
        @Nullable OrderId order,
        @Nullable String destination,
        boolean quarantined) {}
