package dev.holdfast.member;

import org.jspecify.annotations.Nullable;

/// Which acts of operators somebody wants to see. What is null is not asked.
///
/// @param act in its stable word, such as `open_launch`
/// @param subject what it was done to: a launch's name in addresses, or an order's id
/// @param before only acts before the one of this number
public record AuditQuery(
        @Nullable String actor,
        @Nullable String act,
        @Nullable String subject,
        @Nullable Long before) {

    public static AuditQuery of(String subject) {
        return new AuditQuery(null, null, subject, null);
    }
}
