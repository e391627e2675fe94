package dev.holdfast.community.answer;

import dev.holdfast.community.wish.WishId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an acceptance promised, and what became of it.
///
/// @param number of the wish
/// @param attempt 1, and one more for each time owners had opened the wish again before it was promised
/// @param firstBy the first date that was promised: by it the promise is judged, however often the date was
///     moved
/// @param by the date as it stands
/// @param keptAt when the wish came to be in a spec; null: it is not
public record PromisedWish(
        WishId wish,
        long number,
        String title,
        int attempt,
        Instant acceptedAt,
        LocalDate firstBy,
        LocalDate by,
        State state,
        @Nullable Instant keptAt,
        boolean late) {

    /// Where a promised date stands.
    public enum State {
        DUE,
        OVERDUE,
        KEPT,
        /// A later answer took the acceptance back.
        WITHDRAWN
    }
}
