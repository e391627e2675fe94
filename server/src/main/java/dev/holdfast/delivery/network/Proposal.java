package dev.holdfast.delivery.network;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An order that a store proposes to somebody who stands in it.
///
/// @param launch its slug
/// @param order what came of it; null: nothing yet
public record Proposal(
        UUID id,
        String place,
        String launch,
        String offer,
        @Nullable String region,
        Instant madeAt,
        Instant endsAt,
        @Nullable OrderId order) {

    /// @param code that the fan enters on their own phone, told this once
    public record Made(Proposal proposal, String code) {}
}
