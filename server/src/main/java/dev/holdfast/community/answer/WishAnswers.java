package dev.holdfast.community.answer;

import dev.holdfast.community.wish.WishId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a wish stands with its answers.
///
/// @param number of the wish
/// @param due by when it is answered; null: it was, and nothing more is due
/// @param overdue whether that has passed
/// @param answers the oldest first
public record WishAnswers(
        WishId wish,
        long number,
        String title,
        String wishClass,
        Instant askedAt,
        @Nullable Instant due,
        boolean overdue,
        List<Answer> answers) {
    public WishAnswers {
        answers = List.copyOf(answers);
    }

    /// The answer that holds.
    public @Nullable Answer last() {
        return answers.isEmpty() ? null : answers.getLast();
    }
}
