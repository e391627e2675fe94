package dev.holdfast.launch;

import dev.holdfast.launch.intake.Book;
import java.util.List;

/// The orders that name who brought their member, for a module above that follows them.
public final class ReferredOrders {
    public static final int MAX_PAGE = 1_000;

    private final Book book;

    ReferredOrders(Book book) {
        this.book = book;
    }

    /// In the order of positions. Positions grow with the commits of a line, so whoever goes on from the last one seen
    /// misses none.
    ///
    /// @param launch its number
    /// @param limit at most [#MAX_PAGE]
    public List<Order> of(int launch, long afterPosition, int limit) {
        return book.referred(launch, afterPosition, Math.clamp(limit, 1, MAX_PAGE));
    }
}
