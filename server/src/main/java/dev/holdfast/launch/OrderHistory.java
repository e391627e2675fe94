package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One order with everything that ever happened to it, oldest first.
public record OrderHistory(
        Order order,
        List<StateChange> states,
        List<PromiseGiven> promises,
        @Nullable RefundView refund) {

    /// @param cause why, in a stable word such as `ordered`, `paid`, `hold_ran_out`
    /// @param actor the member, operator or clock that did it
    public record StateChange(OrderState state, Instant at, String cause, String actor) {}

    /// @param window null on the waiting list
    public record PromiseGiven(@Nullable Window window, Instant at, String reason) {}

    /// @param refundedAt null until the provider has confirmed it
    public record RefundView(
            Money amount, Instant requestedAt, @Nullable Instant refundedAt, String cause) {}
}
