package dev.holdfast.community.points;

import java.time.Instant;

/// A lot that is about to be written.
///
/// @param asked what the activity would have earned without the day's cap
/// @param day in the rule's own zone, as 2026-11-20
record NewLot(
        String member,
        String rule,
        int version,
        String activity,
        long asked,
        long amount,
        String day,
        Instant earnedAt,
        Instant activeAt,
        Instant expiresAt,
        boolean owesSpent) {}
