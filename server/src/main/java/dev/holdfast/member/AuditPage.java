package dev.holdfast.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Acts of operators, the latest first.
///
/// @param next the number to ask on before, null at the beginning of the trail
public record AuditPage(List<Entry> entries, @Nullable Long next) {
    public AuditPage {
        entries = List.copyOf(entries);
    }

    public record Entry(long number, Instant at, String actor, String act, String subject, String detail) {}
}
