package dev.holdfast.delivery.network;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who works at a place.
///
/// @param place a store's id, or `centre:` and a region
/// @param endedAt null: they still do
public record Staff(
        String member,
        String place,
        String invitedBy,
        Instant invitedAt,
        @Nullable Instant endedAt) {}
