package dev.holdfast.service.work;

import org.jspecify.annotations.Nullable;

/// A line of a work order as it stands.
///
/// @param covered by the warranty, or by a recall
/// @param term by which that was decided; null: none is about the component
/// @param version of the warranty; null: there is none
/// @param reason in a stable word
/// @param goodwillBy who of the staff decided that it costs nothing all the same; null: nobody
public record WorkLine(
        int position,
        String component,
        String words,
        int minutes,
        @Nullable String part,
        int quantity,
        long amount,
        boolean covered,
        @Nullable String term,
        @Nullable Integer version,
        String reason,
        @Nullable String goodwillBy,
        @Nullable String goodwillWords,
        PartState stock) {
    /// How the part of a line stands.
    public enum PartState {
        /// No part is needed, or it was not asked for yet.
        NONE,
        /// In line for it.
        WAITING,
        RESERVED,
        USED,
        /// Given back.
        RELEASED
    }

    /// What its owner pays for it.
    public long due() {
        return covered || goodwillBy != null ? 0 : amount;
    }
}
