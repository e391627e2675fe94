package dev.holdfast.service.quality;

import java.util.Locale;

/// How far an incident was looked into.
public enum IncidentState {
    OPEN,
    CONFIRMED,
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
