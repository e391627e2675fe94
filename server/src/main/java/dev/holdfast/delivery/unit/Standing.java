package dev.holdfast.delivery.unit;

import java.time.Instant;

/// How the orders and units of one configuration and region stood after units were given last.
///
/// @param region empty where the launch has none
/// @param held orders that have their unit
/// @param free units that nobody has; those that may still go anywhere stand under the empty region
/// @param lastHeld the highest entry number that has a unit; 0: none
/// @param firstWaiting the lowest entry number that waits for one; 0: none
public record Standing(
        String configuration,
        String region,
        Instant at,
        long held,
        long waiting,
        long postponed,
        long free,
        long lastHeld,
        long firstWaiting) {}
