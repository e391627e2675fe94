package dev.holdfast.community.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that was brought to a council.
///
/// @param member who brought it
/// @param text empty: they were erased
/// @param roleName of who works on it, by language; empty: nobody is named yet
/// @param due the day as it stands; null: nothing is due any more
/// @param judgedBy the first day that was named: by it what is due is known to be late
/// @param overdue whether that has passed, or had when it was done
/// @param doneOn null: it is not
/// @param steps how many there are
public record Suggestion(
        SuggestionId id,
        String member,
        String language,
        String title,
        String text,
        Instant at,
        SuggestionState state,
        Map<String, String> roleName,
        @Nullable LocalDate due,
        @Nullable LocalDate judgedBy,
        boolean overdue,
        @Nullable LocalDate doneOn,
        int steps) {
    public Suggestion {
        roleName = Map.copyOf(roleName);
    }
}
