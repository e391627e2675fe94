package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderState;

/// Live orders of one offer by state. `locked` counts every state from LOCKED on.
record Tally(long held, long placed, long locked) {
    static final Tally NONE = new Tally(0, 0, 0);

    long live() {
        return held + placed + locked;
    }

    Tally plus(OrderState state, int count) {
        return switch (state) {
            case HELD -> new Tally(held + count, placed, locked);
            case PLACED -> new Tally(held, placed + count, locked);
            case LOCKED, SCHEDULED, BUILT, READY, DELIVERED -> new Tally(held, placed, locked + count);
            case EXPIRED, CANCELLED -> this;
        };
    }
}
