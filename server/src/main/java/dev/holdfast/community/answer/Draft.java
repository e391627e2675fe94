package dev.holdfast.community.answer;

import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.WishId;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer before it is given.
///
/// @param role in which it is signed
/// @param reason by language, `en` and `zh`
/// @param promisedBy of an acceptance: the last day on which it is kept in time; of a later: when it is
///     answered again
/// @param after how many answers its writer knew of; null: it does not matter
public record Draft(
        WishId wish,
        String role,
        Decision decision,
        Map<String, String> reason,
        @Nullable LocalDate promisedBy,
        @Nullable Integer after) {
    public Draft {
        reason = Map.copyOf(reason);
    }
}
