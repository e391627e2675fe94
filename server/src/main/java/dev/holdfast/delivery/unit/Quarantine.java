package dev.holdfast.delivery.unit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A lot, or some units, that nobody is to be handed until it is released.
///
/// @param lot null: the units alone that were named
/// @param releasedAt null: it holds
/// @param units that it ever stopped
/// @param stopped those of them that it still stops
public record Quarantine(
        int number,
        @Nullable String lot,
        String cause,
        Instant at,
        String actor,
        @Nullable Instant releasedAt,
        int units,
        int stopped) {}
