package dev.holdfast.delivery.unit;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit with everything that ever happened to it, the oldest first.
///
/// @param lots of which it is made
public record UnitHistory(Unit unit, List<Step> steps, List<Giving> givings, List<String> lots) {
    public UnitHistory {
        steps = List.copyOf(steps);
        givings = List.copyOf(givings);
        lots = List.copyOf(lots);
    }

    /// @param at when it happened; it may have been told later
    /// @param place where, in the plant's or the centre's words
    /// @param cause in a stable word or the sender's
    public record Step(
            UnitState state, Instant at, @Nullable String place, String cause, String actor) {}

    /// @param given false: taken back
    public record Giving(OrderId order, boolean given, Instant at, String cause, String actor) {}
}
