package dev.holdfast.launch.lobby;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member on the waiting list of a launch.
///
/// @param calledAt when a unit was free for them; null: none was yet
/// @param keptUntil until when it is kept for them
public record Listed(
        Instant joinedAt,
        @Nullable Instant calledAt,
        @Nullable Instant keptUntil) {}
