package dev.holdfast.launch;

/// Where an order stands. A state change is a dated row with its cause and who did it.
public enum OrderState {
    HELD,
    PLACED,
    LOCKED,
    SCHEDULED,
    BUILT,
    READY,
    DELIVERED,
    EXPIRED,
    CANCELLED;

    /// A live order counts in its class, against its member's limit and against the supply.
    public boolean live() {
        return this != EXPIRED && this != CANCELLED;
    }

    /// Its unit is there, so that no plan moves its window.
    public boolean built() {
        return this == BUILT || this == READY || this == DELIVERED;
    }
}
