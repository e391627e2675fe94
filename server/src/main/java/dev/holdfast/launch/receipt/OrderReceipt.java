package dev.holdfast.launch.receipt;

import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a receipt says: how an order stood at the instant it was issued.
///
/// @param launch by its address
/// @param entered when the order took its place in line
/// @param firstPromise null: it began on the waiting list
/// @param currentPromise null: it is on the waiting list
/// @param issued what came later, a receipt cannot know
public record OrderReceipt(
        OrderId order,
        String launch,
        long position,
        Instant entered,
        String offer,
        OrderState state,
        @Nullable Window firstPromise,
        @Nullable Window currentPromise,
        Instant issued) {

    static OrderReceipt of(Order order, Instant issued) {
        return new OrderReceipt(
                order.id(),
                order.launch(),
                order.position(),
                order.heldAt(),
                order.offer(),
                order.state(),
                order.first().promise(),
                order.promise(),
                issued);
    }
}
