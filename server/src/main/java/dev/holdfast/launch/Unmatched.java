package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;

/// A provider's report that fits no order: an operator has to look.
///
/// @param order what the provider calls the order, as it came
public record Unmatched(
        long number,
        String provider,
        String webhook,
        String kind,
        String order,
        String payment,
        Money amount,
        Instant at,
        String reason) {}
