package dev.holdfast.community.wish;

import java.time.Instant;

/// One change of a wish's state.
///
/// @param cause a stable word: `proposed`, `accepted`, `reopened` ...
/// @param actor a member, or whoever acted for the brand
public record WishStep(WishState state, String cause, String actor, Instant at) {}
