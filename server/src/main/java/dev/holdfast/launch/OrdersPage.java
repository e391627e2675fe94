package dev.holdfast.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Orders of one launch in position order.
///
/// @param next the position to ask on after, null at the end
public record OrdersPage(List<Order> orders, @Nullable Long next) {}
