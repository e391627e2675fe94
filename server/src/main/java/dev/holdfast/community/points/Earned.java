package dev.holdfast.community.points;

import java.time.Instant;

/// What one activity earned.
///
/// @param number names it among all that anybody earned
/// @param version of the rule
/// @param asked what it would have been without the day's cap
/// @param clawedBack it was taken back since
public record Earned(
        long number,
        String member,
        String rule,
        int version,
        String activity,
        long asked,
        long amount,
        Instant earnedAt,
        Instant activeAt,
        Instant expiresAt,
        boolean clawedBack) {}
