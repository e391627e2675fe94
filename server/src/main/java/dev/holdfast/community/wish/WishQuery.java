package dev.holdfast.community.wish;

import org.jspecify.annotations.Nullable;

/// Which wishes somebody wants to see, and in which order.
///
/// @param wishClass null: of any
/// @param state null: of any but WITHDRAWN
/// @param after the `next` of the page before; null: from the start
public record WishQuery(
        @Nullable String wishClass,
        @Nullable WishState state,
        Order order,
        @Nullable String after) {

    /// In which order.
    public enum Order {
        NEWEST,
        MOST_SUPPORTED,
        /// Those that wait for an answer, the one that is due first first.
        DUE,
        /// Those that were decided, the latest decision first.
        DECIDED
    }
}
