package dev.holdfast.delivery.unit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a unit is on its way to its owner.
public enum UnitState {
    BUILT,
    INSPECTED,
    SHIPPED,
    ARRIVED,
    READY,
    DELIVERED,
    /// Found damaged: nobody's until it is repaired and inspected again.
    DAMAGED;

    /// Whether a unit may come into a state from this one. A plant may leave out what it does not watch;
    /// nobody takes back what was handed over, and nothing is handed over that was not made ready.
    boolean leadsTo(UnitState to) {
        return switch (this) {
            case DELIVERED -> false;
            case DAMAGED -> to == INSPECTED;
            case READY -> to == DELIVERED || to == DAMAGED;
            case BUILT, INSPECTED, SHIPPED, ARRIVED -> to != DELIVERED && to.compareTo(this) > 0;
        };
    }

    /// Whether it may be given to an order.
    boolean usable() {
        return this != DAMAGED && this != DELIVERED;
    }

    /// As files and answers say it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<UnitState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(UnitState::word).collect(Collectors.joining(", "));
    }
}
