package dev.holdfast.service.ticket;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a diagnosis found: a row of the feed that those follow who count faults. A later one of the same
/// ticket takes
/// its place.
///
/// @param number by which a follower goes on
/// @param lot that is to blame, where somebody said so; null: nobody knows
public record Finding(
        long number,
        long ticket,
        Instant at,
        OrderId order,
        int launch,
        String serial,
        String configuration,
        String place,
        String subject,
        String component,
        String symptom,
        @Nullable String lot) {}
