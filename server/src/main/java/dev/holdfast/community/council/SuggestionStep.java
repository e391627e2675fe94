package dev.holdfast.community.council;

import dev.holdfast.community.wish.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened to a suggestion.
///
/// @param number 1, 2, 3 among those of its suggestion
/// @param roleName of who did it, or of whom it was assigned to, as it was called then; empty: nobody of
///     the brand
/// @param decision of an answer
/// @param words why, or how it can be seen; empty where nothing had to be said
/// @param due the day that was named with it
public record SuggestionStep(
        int number,
        Act act,
        Map<String, String> roleName,
        @Nullable Decision decision,
        Map<String, String> words,
        @Nullable LocalDate due,
        Instant at) {
    public SuggestionStep {
        roleName = Map.copyOf(roleName);
        words = Map.copyOf(words);
    }

    /// What can happen.
    public enum Act {
        ASSIGNED,
        ANSWERED,
        DONE,
        WITHDRAWN
    }
}
