package dev.holdfast.service.quality;

import java.util.Locale;

/// What a fault can do.
public enum Severity {
    MINOR,
    MAJOR,
    /// Somebody may come to harm.
    SAFETY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
