package dev.holdfast.launch;

import org.jspecify.annotations.Nullable;

/// Which orders of a launch somebody who runs it wants to see, and in which order.
///
/// The line is read in stretches of [#STRETCH] places: a filter that nothing fits costs one stretch and not the whole
/// line, and no order pays at intake for an index that only a desk would use. So a sort by promise sorts within the
/// stretch; what holds for a whole line is told by its metrics and by an export.
///
/// @param member only this member's orders, all of them at once; the other filters hold too
/// @param moved only orders whose window is another than their first
/// @param asked only orders whose member was asked about a later window and has not answered
/// @param after the place to go on from, in the direction of the sort; null: from the end where it begins
public record OrderQuery(
        @Nullable OrderState state,
        @Nullable String offer,
        @Nullable String region,
        @Nullable String member,
        boolean moved,
        boolean asked,
        Sort sort,
        boolean descending,
        @Nullable Long after) {

    /// Places looked at for one page: some 0.2 s on a warm book of two million orders.
    public static final long STRETCH = 100_000;

    public static final OrderQuery ALL =
            new OrderQuery(null, null, null, null, false, false, Sort.POSITION, false, null);

    /// By what the rows are sorted.
    public enum Sort {
        POSITION,
        /// When the order was taken: its id tells, so that no index is needed.
        HELD,
        /// The current window, soonest first; orders on the waiting list stand last.
        PROMISE
    }

    /// The same orders, from a place on.
    public OrderQuery from(@Nullable Long place) {
        return new OrderQuery(state, offer, region, member, moved, asked, sort, descending, place);
    }

    /// The same orders in the order of their positions.
    public OrderQuery byPosition() {
        return new OrderQuery(state, offer, region, member, moved, asked, Sort.POSITION, false, null);
    }
}
