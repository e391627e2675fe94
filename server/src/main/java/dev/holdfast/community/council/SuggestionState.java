package dev.holdfast.community.council;

/// Where a suggestion stands.
public enum SuggestionState {
    /// Nobody is named yet who answers it.
    BROUGHT,
    ASSIGNED,
    /// Is answered again once its day has come.
    PUT_OFF,
    /// Accepted, and not done yet.
    PROMISED,
    /// Not done, or there before.
    DECLINED,
    DONE,
    /// Whoever brought it was erased before anybody had worked on it.
    WITHDRAWN;

    boolean waits() {
        return this == BROUGHT || this == ASSIGNED || this == PUT_OFF;
    }
}
