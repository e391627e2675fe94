package dev.holdfast.bench.check;

import org.jspecify.annotations.Nullable;

/// One order as the book holds it: its state now, and the rank and promise it was first given.
public record BookOrder(
        String id,
        String member,
        String offer,
        String region,
        long position,
        long rank,
        String state,
        @Nullable Window promise) {

    boolean isLive() {
        return !isEnded();
    }

    boolean isEnded() {
        return state.equals("EXPIRED") || state.equals("CANCELLED");
    }

    boolean isPaid() {
        return isLive() && !state.equals("HELD");
    }
}
