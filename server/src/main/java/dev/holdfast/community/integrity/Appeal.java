package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A member's objection to what was noticed of their vote.
///
/// @param lifted what was decided; null: nothing yet
/// @param actor who decided
public record Appeal(
        long number,
        WishId wish,
        int position,
        String member,
        String text,
        Instant at,
        @Nullable Boolean lifted,
        @Nullable String reason,
        @Nullable String actor,
        @Nullable Instant decidedAt) {
    public static final int MAX_TEXT = 2_000;
}
