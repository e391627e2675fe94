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
/// @param kind `file`, `curve`, `commitment`, `count` or `quarantine`
/// @param subject the file, the commitment, the component or the lot
/// @param effective false when a later word on the same subject was already there
/// @param version of the file or curve
/// @param week of a commitment its Monday, of a count its day
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
