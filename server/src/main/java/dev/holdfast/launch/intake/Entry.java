package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PlaceOrder;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One order as a batch works on it: mutable, and seen by that batch alone until it is committed.
final class Entry {
    /// What was asked for and first answered. Written once.
    record Origin(
            OrderId id,
            PlaceOrder asked,
            @Nullable String region,
            UUID request,
            String currency,
            Instant heldAt,
            Instant payBefore,
            String offer,
            long rank,
            @Nullable LocalDate from,
            long deposit) {}

    /// The payment that the deposit came by.
    record Paid(String provider, String payment) {}

    final Origin origin;
    long position;
    long entered;
    String offer;
    long rank;
    OrderState state;
    /// First day of the current window; null on the waiting list.
    @Nullable
    LocalDate from;

    long price;
    long deposit;

    @Nullable
    Instant placedAt;

    @Nullable
    Paid paid;

    /// A new order, held from the batch's instant on, with its first promise.
    Entry(Origin origin, long position, long entered, long price) {
        this.origin = origin;
        this.position = position;
        this.entered = entered;
        this.offer = origin.offer();
        this.rank = origin.rank();
        this.state = OrderState.HELD;
        this.from = origin.from();
        this.price = price;
        this.deposit = origin.deposit();
    }

    OrderId id() {
        return origin.id();
    }

    String member() {
        return origin.asked().member();
    }

    /// What the outside may see of it, as it stands now.
    Order order() {
        PlaceOrder asked = origin.asked();
        return new Order(
                id(),
                asked.launch(),
                asked.member(),
                offer,
                origin.region(),
                asked.store(),
                asked.channel(),
                asked.referral(),
                asked.acceptTerms(),
                position,
                entered,
                rank,
                state,
                window(from),
                new Money(price, origin.currency()),
                new Money(deposit, origin.currency()),
                origin.heldAt(),
                origin.payBefore(),
                placedAt,
                new Order.First(
                        origin.offer(),
                        origin.rank(),
                        window(origin.from()),
                        new Money(origin.deposit(), origin.currency())));
    }

    private static @Nullable Window window(@Nullable LocalDate from) {
        return from == null ? null : Window.ofWeek(from);
    }
}
