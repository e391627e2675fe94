package dev.holdfast.delivery.unit;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A unit in quarantine, as it stood when it was put there.
///
/// @param number by which pages go on
/// @param state that it was in
/// @param order whose it was; null: nobody's
/// @param member whose order that is; null: nobody's
/// @param releasedAt null: it is stopped still
public record QuarantinedUnit(
        long number,
        int launch,
        String serial,
        String configuration,
        UnitState state,
        @Nullable OrderId order,
        @Nullable String member,
        @Nullable Instant releasedAt) {
    QuarantinedUnit of(@Nullable String owner) {
        return new QuarantinedUnit(number, launch, serial, configuration, state, order, owner, releasedAt);
    }
}
