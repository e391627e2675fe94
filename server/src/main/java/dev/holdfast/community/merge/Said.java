package dev.holdfast.community.merge;

import org.jspecify.annotations.Nullable;

/// What a member said to a merge, and what came of it.
///
/// @param agrees whether their vote went over; otherwise it stays
/// @param restored whether an undo gave it back to them; null: the merge was not undone so far
public record Said(boolean agrees, @Nullable Boolean restored) {}
