package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A wish that is due for an answer.
///
/// @param number of the wish
/// @param className of its class, by language
/// @param last what was decided before; null: it was never answered
public record Waiting(
        WishId wish,
        long number,
        String title,
        String wishClass,
        Map<String, String> className,
        Instant askedAt,
        Instant due,
        boolean overdue,
        int supporters,
        @Nullable Decision last) {
    public Waiting {
        className = Map.copyOf(className);
    }
}
