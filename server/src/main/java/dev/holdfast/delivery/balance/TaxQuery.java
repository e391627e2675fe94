package dev.holdfast.delivery.balance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which requests for tax documents somebody looks for. What is null narrows nothing.
///
/// @param launch of the order
/// @param from when it was made, at the earliest
/// @param to before which it was made
public record TaxQuery(
        @Nullable Standing standing,
        @Nullable String launch,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final TaxQuery ALL = new TaxQuery(null, null, null, null);

    /// What became of a request since.
    public enum Standing {
        /// The last word of its order.
        STANDS,
        /// Another took its place, or said that it is void.
        FOLLOWED,
        /// It says itself that the document before it is void.
        VOID
    }
}
