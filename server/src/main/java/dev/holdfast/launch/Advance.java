package dev.holdfast.launch;

import dev.holdfast.kernel.Check;
import java.util.Set;

/// One step that a locked order is to take on its way to its owner.
///
/// @param to SCHEDULED, BUILT, READY and DELIVERED, each after the one before; or LOCKED: back in line,
///     because the unit that was meant for it is not to be had
/// @param cause in a stable word such as `unit_allocated`
public record Advance(OrderId order, OrderState to, String cause) {
    /// Where a step may lead; the line decides whether it may now.
    public static final Set<OrderState> STATES =
            Set.of(OrderState.LOCKED, OrderState.SCHEDULED, OrderState.BUILT, OrderState.READY, OrderState.DELIVERED);

    public Advance {
        Check.that(STATES.contains(to), "No step leads to %s.", to);
    }
}
