package dev.holdfast.community.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A right as it was granted.
///
/// @param terms the version that was agreed to
/// @param until when it ends by itself
/// @param withdrawnAt null: it was not taken back
public record StoryGrant(
        int terms, Instant at, Instant until, @Nullable Instant withdrawnAt) {}
