package dev.holdfast.supply;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A supply event as it was written down; it never changes again.
///
/// @param number counts the launch's events from 1, without a gap
/// @param at when it was written down
/// @param source where it is from, in its sender's words; may be empty
/// @param id the source's own name of it
/// @param kind `file`, `curve`, `commitment`, `count`, `quarantine` or `built`
/// @param subject the file, the commitment, the component, the lot, or a day and the offer built on it
/// @param effective false when a later word on the same subject was already there
/// @param version of the file or curve
/// @param quarantined of what was counted or built what may not be used
/// @param week of a commitment its Monday, of a count or of what was built its day
public record SupplyEvent(
        long number,
        Instant at,
        String actor,
        String source,
        @Nullable String id,
        Instant occurredAt,
        LocalDate occurredOn,
        long sequence,
        String kind,
        String subject,
        boolean effective,
        @Nullable Integer version,
        @Nullable String component,
        @Nullable String supplier,
        @Nullable String lot,
        @Nullable Long quantity,
        @Nullable Long quarantined,
        @Nullable LocalDate week,
        @Nullable String status) {}
