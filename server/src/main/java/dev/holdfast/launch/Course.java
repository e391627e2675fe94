package dev.holdfast.launch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a paid order was promised, and how it ended, as it stood at an instant.
///
/// @param offer the configuration that was ordered, or last chosen
/// @param first the Monday of the first window: who chooses another offer while that is not over begins anew; null:
///     it never had one
/// @param last the Monday of the last window; one that was taken away counts as it last stood
/// @param at when it ended; null: it goes on
/// @param altered the offer was changed by another hand than its member's
public record Course(
        OrderId order,
        String offer,
        @Nullable String region,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        Ending ending,
        @Nullable Instant at,
        boolean altered) {

    /// How an order ends.
    public enum Ending {
        /// It did not.
        OPEN,
        HANDED_OVER,
        /// By its member's hand.
        LEFT,
        /// Its member was asked to wait longer and did not agree.
        GAVE_UP,
        /// By any other hand, whoever wished it.
        WITHDRAWN
    }
}
