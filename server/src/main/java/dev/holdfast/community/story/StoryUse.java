package dev.holdfast.community.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the brand uses a story beside its page.
///
/// @param place such as an address, or the name of a poster
/// @param endedAt null: it is under way
public record StoryUse(
        int number, String place, Instant at, @Nullable Instant endedAt) {}
