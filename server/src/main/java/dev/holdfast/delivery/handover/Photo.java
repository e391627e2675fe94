package dev.holdfast.delivery.handover;

import java.time.Instant;
import java.util.UUID;

/// A photo of a hand-over, without what is seen on it.
///
/// @param point that it belongs to; empty: none
/// @param type `image/jpeg` or `image/png`, by its content
public record Photo(UUID id, String point, String type, Instant at, String actor) {}
