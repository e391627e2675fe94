package dev.holdfast.launch;

import java.time.Instant;

/// How what was owed for a broken promise came to its end.
///
/// @param reference by which the member finds the money, such as the number of a bank transfer or of an invoice
public record Settlement(Way way, String reference, Instant at) {
    public enum Way {
        /// Paid to the member by hand: no provider pays back more than it took.
        PAID,
        /// Taken off what the member still has to pay.
        SET_OFF
    }
}
