package dev.holdfast.community.event;

/// Where somebody stands who asked for a place.
public enum PlaceState {
    /// In the list; the draw was not made yet.
    APPLIED,
    /// Has a place, and has to confirm it.
    WON,
    CONFIRMED,
    ATTENDED,
    /// Moves up in drawn order when a place is free.
    RESERVE,
    GIVEN_BACK,
    /// The place was not confirmed in time, after a reminder.
    LAPSED,
    /// Did not come before the places were released.
    NO_SHOW,
    /// By an operator, after a warning.
    REMOVED;

    /// Whether a place is held.
    public boolean holds() {
        return this == WON || this == CONFIRMED || this == ATTENDED;
    }
}
