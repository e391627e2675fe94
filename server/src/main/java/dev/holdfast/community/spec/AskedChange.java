package dev.holdfast.community.spec;

import org.jspecify.annotations.Nullable;

/// A change that an owner is asked about, with their last word on its wish.
///
/// @param said null: nothing yet
/// @param words theirs, may be empty
public record AskedChange(ChangeRecord change, @Nullable Verdict said, String words) {}
