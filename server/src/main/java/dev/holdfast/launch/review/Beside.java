package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;

/// Another member's order that shares something with one under review.
///
/// @param sameInstrument it was paid with the same card or account
/// @param sameDevice     it was ordered on the same device
/// @param sameAddress    it is delivered to the same place
/// @param reviewed       it is or was under review itself
public record Beside(
        OrderId order,
        String member,
        OrderState state,
        boolean sameInstrument,
        boolean sameDevice,
        boolean sameAddress,
        boolean reviewed) {}
