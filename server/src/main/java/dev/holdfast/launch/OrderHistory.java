package dev.holdfast.launch;

import dev.holdfast.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One order with everything that ever happened to it, oldest first.
///
/// @param spec what was on sale when it took its position: a later version changes nothing for it; null: nobody said
public record OrderHistory(
        Order order,
        List<StateChange> states,
        List<PromiseGiven> promises,
        @Nullable RefundView refund,
        @Nullable Consent consent,
        List<CompensationGiven> compensation,
        @Nullable SpecVersion spec) {

    /// An order of a launch that keeps its promises: nobody was ever asked to wait longer.
    public OrderHistory(
            Order order, List<StateChange> states, List<PromiseGiven> promises, @Nullable RefundView refund) {
        this(order, states, promises, refund, null, List.of(), null);
    }

    /// Of a launch that names no spec.
    public OrderHistory(
            Order order,
            List<StateChange> states,
            List<PromiseGiven> promises,
            @Nullable RefundView refund,
            @Nullable Consent consent,
            List<CompensationGiven> compensation) {
        this(order, states, promises, refund, consent, compensation, null);
    }

    /// @param cause why, in a stable word such as `ordered`, `paid`, `hold_ran_out`
    /// @param actor the member, operator or clock that did it
    public record StateChange(OrderState state, Instant at, String cause, String actor) {}

    /// @param window null on the waiting list
    /// @param reason in a stable word such as `ordered`, `changed`, `component_short`
    /// @param planRun the published plan run that gave it; null: it was given by the fan's own act, or by a curve
    /// @param binding the component or resource that held it there; null where none did
    /// @param event the number of the supply event behind it; null where none is known
    /// @param explanation in words for the member, by language; empty where there is nothing beyond the reason
    public record PromiseGiven(
            @Nullable Window window,
            Instant at,
            String reason,
            @Nullable Integer planRun,
            @Nullable String binding,
            @Nullable Long event,
            Map<String, String> explanation) {
        public PromiseGiven {
            explanation = Map.copyOf(explanation);
        }

        public PromiseGiven(@Nullable Window window, Instant at, String reason) {
            this(window, at, reason, null, null, null, Map.of());
        }
    }

    /// @param rule of the launch, or `deposit_doubled`
    /// @param setOff set off against the balance on delivery; else paid out
    /// @param lapsed it was to be set off, and the order is over
    /// @param settlement null: still owed, or lapsed
    public record CompensationGiven(
            String rule,
            Money amount,
            boolean setOff,
            boolean lapsed,
            Instant at,
            @Nullable Settlement settlement) {}

    /// @param refundedAt null until the provider has confirmed it
    public record RefundView(
            Money amount, Instant requestedAt, @Nullable Instant refundedAt, String cause) {}
}
