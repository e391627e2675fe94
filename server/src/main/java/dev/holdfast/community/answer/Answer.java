package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An official answer as it was given. The last one of a wish holds; those before it stay readable.
///
/// @param number 1, 2, 3 among those of its wish
/// @param roleName the name of the role as it was when it signed
public record Answer(
        int number,
        String role,
        Map<String, String> roleName,
        Decision decision,
        Map<String, String> reason,
        @Nullable LocalDate promisedBy,
        Instant at) {
    public Answer {
        roleName = Map.copyOf(roleName);
        reason = Map.copyOf(reason);
    }
}
