package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A deposit on its way back, and how far it has come.
///
/// @param nextAttemptAt null: it is not tried again by itself
/// @param sentAt null until the provider has taken it on
/// @param refundedAt null until the provider has confirmed it
/// @param lastFault what the provider said the last time it failed
public record RefundStanding(
        UUID refund,
        OrderId order,
        String provider,
        String payment,
        Money amount,
        String cause,
        Instant requestedAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable Instant refundedAt,
        @Nullable String lastFault) {

    /// How far it has come.
    public enum State {
        /// Given up: only an operator can help.
        STUCK,
        /// It failed and is tried again.
        FAILING,
        WAITING,
        /// The provider has taken it on.
        SENT,
        REFUNDED
    }

    public State state() {
        if (refundedAt != null) {
            return State.REFUNDED;
        }
        if (nextAttemptAt == null) {
            return State.STUCK;
        }
        if (lastFault != null) {
            return State.FAILING;
        }
        return sentAt == null ? State.WAITING : State.SENT;
    }
}
