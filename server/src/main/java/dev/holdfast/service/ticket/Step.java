package dev.holdfast.service.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a ticket, or was said about it.
///
/// @param step in a stable word: a state's, or `said`
/// @param words of the one who took it; empty: none
/// @param place to which it was passed; null: it stayed where it was
public record Step(
        long number,
        Instant at,
        String step,
        Side side,
        String actor,
        String words,
        @Nullable String place) {
    /// What is said and changes no state.
    static final String SAID = "said";

    /// To those at another place.
    static final String PASSED = "passed";

    /// Who took it.
    public enum Side {
        OWNER,
        STAFF
    }
}
