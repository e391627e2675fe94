package dev.holdfast.delivery.handover;

import java.util.UUID;

/// What became of one thing that was sent: whatever it is, it need not be sent again.
///
/// @param reason of a refusal, in a stable word; empty otherwise
public record Verdict(UUID id, Outcome outcome, String reason) {
    public enum Outcome {
        TAKEN,
        /// It had been taken before.
        KNOWN,
        REFUSED
    }
}
