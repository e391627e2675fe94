package dev.holdfast.community.points;

import java.time.Instant;

/// One piece of a reward for one member.
///
/// @param until it ends by itself unless it was confirmed before
/// @param changedAt when it came to its state
public record Reservation(
        long number,
        String member,
        String reward,
        long price,
        State state,
        Instant at,
        Instant until,
        Instant changedAt) {

    /// How far it is.
    public enum State {
        RESERVED,
        /// Handed over: the points are spent.
        CONFIRMED,
        /// Given up by the member or an operator.
        RELEASED,
        /// Nobody confirmed it in time.
        LAPSED,
        /// It came back after it was handed over, and so did the points.
        RETURNED;

        /// Whether a piece of the stock is with it.
        boolean takes() {
            return this == RESERVED || this == CONFIRMED;
        }
    }

    /// What entries call it.
    String subject() {
        return subject(number);
    }

    static String subject(long number) {
        return "reservation " + number;
    }
}
