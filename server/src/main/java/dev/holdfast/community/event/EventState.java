package dev.holdfast.community.event;

/// Where an event stands.
public enum EventState {
    ANNOUNCED,
    /// Takes applications.
    OPEN,
    /// The list is closed, and the figure is not entered yet.
    CLOSED,
    DRAWN,
    OVER,
}
