package dev.holdfast.service.quality;

import java.util.Locale;

/// What is done about an incident.
public enum IncidentAct {
    OPENED,
    /// It is a fault of the product, and not of one unit or of its use.
    CONFIRMED,
    CLOSED,
    /// Evidence: where something can be read, or what was seen.
    NOTED,
    STOPPED,
    RELEASED,
    RECALLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it may be done while an incident stands so. What was closed is closed; whoever knows more
    /// notes it.
    boolean follows(IncidentState state) {
        return switch (this) {
            case OPENED -> false;
            case NOTED, RELEASED -> true;
            case CONFIRMED -> state == IncidentState.OPEN;
            case CLOSED, STOPPED, RECALLED -> state != IncidentState.CLOSED;
        };
    }
}
