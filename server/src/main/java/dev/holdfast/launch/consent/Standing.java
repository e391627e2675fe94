package dev.holdfast.launch.consent;

import dev.holdfast.launch.Consent.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an order stands with its member about the window: the last row of its consent.
///
/// @param slips how often the window slipped since the member chose it
/// @param question the last one; null when nothing was ever asked
public record Standing(State state, int slips, @Nullable Question question) {
    /// Nothing was ever asked.
    public static final Standing UNTOUCHED = new Standing(State.WITHDRAWN, 0, null);

    /// A question waits for its answer.
    public boolean open() {
        return state == State.ASKED;
    }

    /// Whether the member may still leave with the deposit in hand: while the question is open; and where they agreed
    /// to wait for nobody knows how long, for as long as no window is known.
    public boolean mayLeave(Instant now) {
        Question asked = question;
        return switch (state) {
            case ASKED -> asked != null && now.isBefore(asked.answerBy());
            case KEPT, KEPT_BY_SILENCE -> agreedToWait();
            case LEFT, LEFT_BY_SILENCE, WITHDRAWN -> false;
        };
    }

    /// The member keeps the order though no window is known: they are asked again once one is.
    boolean agreedToWait() {
        boolean kept = state == State.KEPT || state == State.KEPT_BY_SILENCE;
        return kept && question != null && question.indefinite();
    }

    public Standing then(State answered) {
        return new Standing(answered, slips, question);
    }
}
