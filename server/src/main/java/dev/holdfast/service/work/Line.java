package dev.holdfast.service.work;

import org.jspecify.annotations.Nullable;

/// Labour, parts, or both, as they are written into a work order.
///
/// @param component that is worked on, by which the warranty decides
/// @param part null: none is needed
/// @param quantity of the part; 0: none is needed
/// @param amount that it costs where nothing covers it, in minor units
public record Line(
        @Nullable String component,
        @Nullable String words,
        int minutes,
        @Nullable String part,
        int quantity,
        long amount) {}
