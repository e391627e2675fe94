package dev.holdfast.supply.master;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How sure a supplier's delivery is.
public enum CommitmentStatus {
    FORECAST,
    COMMITTED,
    SHIPPED,
    RECEIVED;

    /// As files and events say it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CommitmentStatus> of(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst();
    }
}
