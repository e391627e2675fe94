package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a member was last asked about a later window, and how that stands.
///
/// @param agreed the window the member last agreed to
/// @param window the new one; null: none is known
/// @param reason in the stable words of a promise
/// @param answerBy until then the member may keep the order or give it back
/// @param silenceKeeps what happens without an answer: the order is kept, or cancelled with refund
/// @param refund what comes back to a member who leaves
/// @param compensation what they are owed beyond it: a binding deposit is paid back double where the rules say so
/// @param at when it came to stand as it does
public record Consent(
        State state,
        Window agreed,
        @Nullable Window window,
        String reason,
        Instant askedAt,
        Instant answerBy,
        boolean silenceKeeps,
        Money refund,
        Money compensation,
        Instant at) {

    /// Each is a row of its own: what was asked is never overwritten by what was answered.
    public enum State {
        /// Asked, and open until its date.
        ASKED,
        /// The member keeps the order in the later window.
        KEPT,
        /// The date went by, and silence was consent.
        KEPT_BY_SILENCE,
        /// The member gave the order back.
        LEFT,
        /// The date went by, and silence was none: the order was cancelled.
        LEFT_BY_SILENCE,
        /// A better plan, or the member's own change of the order, left nothing to ask.
        WITHDRAWN
    }

    /// Whether the member may leave with the deposit in hand: while they are asked, and where they wait without a
    /// window.
    public boolean mayLeave(Instant now) {
        boolean waits = (state == State.KEPT || state == State.KEPT_BY_SILENCE) && window == null;
        return waits || (open() && now.isBefore(answerBy));
    }

    public boolean open() {
        return state == State.ASKED;
    }
}
