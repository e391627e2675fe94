package dev.holdfast.launch.consent;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a member is asked when the seller cannot keep a window.
///
/// @param agreed first day of the window the member last agreed to
/// @param window first day of the new one; null: none is known
/// @param slips how often the window slipped so far, this time included
/// @param silenceKeeps what happens when nothing is answered by `answerBy`: the order is kept, or cancelled
/// @param payback how many times the deposit comes back to a member who leaves: 2 where a binding one is broken
/// @param reason in the stable words of a promise
public record Question(
        LocalDate agreed,
        @Nullable LocalDate window,
        int slips,
        boolean silenceKeeps,
        int payback,
        String reason,
        Instant askedAt,
        Instant answerBy) {

    public boolean indefinite() {
        return window == null;
    }
}
