package dev.holdfast.bench.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One fan's wish for one unit under one idempotency key, and everything that was acknowledged about it.
///
/// `told` holds each different answer this key got: none when it was refused, one when all is well. `refusals`
/// holds every time it was turned away as sold out. `cancel` is set when the cancellation was acknowledged.
public record Attempt(
        String member,
        String key,
        String offer,
        String region,
        Span ordering,
        List<Told> told,
        List<Span> refusals,
        boolean paid,
        @Nullable Span cancel) {

    public Attempt {
        told = List.copyOf(told);
        refusals = List.copyOf(refusals);
    }

    /// The number under which the provider reports this fan's payment.
    String payment() {
        return "pay-" + key;
    }

    /// True when this key stands for an order: it was told one, or was never answered at all.
    boolean mayHoldOrder() {
        return !told.isEmpty() || refusals.isEmpty();
    }
}
