package dev.holdfast.delivery.balance;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that goes back the way it came.
///
/// @param payment what it was paid with
/// @param byHand by an operator: a part of a payment, or money that no provider took
/// @param cause in a stable word: `paid_too_much`, `order_over`
/// @param fault why the provider has not given it back; null: nothing is wrong
/// @param doneAt null: still owed
/// @param reference by which the member finds it; null: not yet, or the provider's own
public record Refund(
        long number,
        OrderId order,
        Payment.Way way,
        String payment,
        Money amount,
        boolean byHand,
        String cause,
        Instant requestedAt,
        @Nullable String fault,
        @Nullable Instant doneAt,
        @Nullable String reference) {}
