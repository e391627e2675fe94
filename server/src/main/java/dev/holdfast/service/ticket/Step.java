package dev.holdfast.service.ticket;

import java.time.Instant;

/// Something that happened to a ticket, or was said about it.
///
/// @param step in a stable word: a state's, or `said`
/// @param words of the one who took it; empty: none
public record Step(long number, Instant at, String step, Side side, String actor, String words) {
    /// What is said and changes no state.
    static final String SAID = "said";

    /// Who took it.
    public enum Side {
        OWNER,
        STAFF
    }
}
