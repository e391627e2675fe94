package dev.holdfast.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of what an [OrderQuery] found.
///
/// @param first the lowest place that was looked at, 0 when a member's orders were looked up
/// @param last the highest
/// @param next the place to ask on after; null at the end of the line
public record FoundOrders(
        List<Order> orders, long first, long last, @Nullable Long next) {
    public FoundOrders {
        orders = List.copyOf(orders);
    }
}
