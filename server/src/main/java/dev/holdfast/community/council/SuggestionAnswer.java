package dev.holdfast.community.council;

import dev.holdfast.community.wish.Decision;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is answered to a suggestion.
///
/// @param role that signs it; null: the one that it is assigned to
/// @param reason by language, `en` and `zh`
/// @param promisedBy of an acceptance: the last day on which it is kept in time; of a later: when it is
///     answered again
/// @param after how many steps its writer knew of; null: it does not matter
public record SuggestionAnswer(
        @Nullable String role,
        Decision decision,
        Map<String, String> reason,
        @Nullable LocalDate promisedBy,
        @Nullable Integer after) {
    public SuggestionAnswer {
        reason = Map.copyOf(reason);
    }
}
