package dev.holdfast.delivery.kept;

import java.time.Instant;
import java.time.LocalDate;

/// One publication of a launch's kept promises.
///
/// @param number counts from 1 in each launch
/// @param until everything before this Monday counts, and nothing after it
/// @param orders lines of the file
/// @param checksum SHA-256 of the file, in hexadecimal digits
/// @param bytes of the file
public record Publication(
        int launch,
        int number,
        String rule,
        LocalDate until,
        long orders,
        long bytes,
        String checksum,
        Instant publishedAt) {
    /// As docs/kept.md says it in words. Another rule gets another name.
    public static final String RULE = "kept-1";
}
