package dev.holdfast.launch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the rules of compensation look at when an order is promised another window.
///
/// @param first first day of the window the member ordered for; null: it was on the waiting list
/// @param from first day of the new window; null: none is known
/// @param price in minor units
/// @param lockedAt null while it is not locked
/// @param granted what the order was granted already, by rule
public record BrokenPromise(
        @Nullable LocalDate first,
        @Nullable LocalDate from,
        long price,
        @Nullable Instant lockedAt,
        Map<String, Long> granted) {}
