package dev.holdfast.delivery.network;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody who works at a place did.
///
/// @param act in a stable word such as `propose_order`
/// @param order that it was about; null: none
public record StaffAct(
        long number,
        Instant at,
        String actor,
        String place,
        String act,
        @Nullable OrderId order,
        String detail) {}
