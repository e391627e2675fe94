package dev.holdfast.community.merge;

import org.jspecify.annotations.Nullable;

/// A merge that a member is asked about.
///
/// @param agrees what they said; null: nothing yet, so their vote stays
public record Asked(Merge merge, @Nullable Boolean agrees) {}
