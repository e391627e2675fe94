package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One order as it stands.
///
/// @param position place in the line; never reused
/// @param entered place in entry order, by which ranks and windows are given: grows with the position, save that an
///     order changed in from another offer, or placed again after expiry, enters last
/// @param rank place among the live orders of its offer at the moment it was given
/// @param promise the current window, or null on the waiting list
/// @param deposit due before `payBefore`, or paid
/// @param first what the first answer said; never changes
public record Order(
        OrderId id,
        String launch,
        String member,
        String offer,
        @Nullable String region,
        @Nullable String store,
        @Nullable String channel,
        @Nullable String referral,
        @Nullable String acceptedTerms,
        long position,
        long entered,
        long rank,
        OrderState state,
        @Nullable Window promise,
        Money price,
        Money deposit,
        Instant heldAt,
        Instant payBefore,
        @Nullable Instant placedAt,
        First first) {

    /// The values of the first answer, which the same idempotency key gets for ever.
    public record First(String offer, long rank, @Nullable Window promise, Money deposit) {}

    public boolean live() {
        return state.live();
    }

    /// The order as it would be in another offer's line.
    public Order as(String offer, long rank, @Nullable Window promise, long price) {
        return new Order(
                id,
                launch,
                member,
                offer,
                region,
                store,
                channel,
                referral,
                acceptedTerms,
                position,
                entered,
                rank,
                state,
                promise,
                new Money(price, this.price.currency()),
                deposit,
                heldAt,
                payBefore,
                placedAt,
                first);
    }
}
