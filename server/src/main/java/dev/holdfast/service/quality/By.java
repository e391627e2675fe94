package dev.holdfast.service.quality;

import java.util.Locale;

/// What units have in common when faults are counted.
public enum By {
    LOT,
    /// The Monday of the week in which they were built.
    WEEK,
    CONFIGURATION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
