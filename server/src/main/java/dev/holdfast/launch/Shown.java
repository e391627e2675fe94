package dev.holdfast.launch;

/// What a ticket or a pass is worth that somebody shows.
public enum Shown {
    GOOD,
    /// None is shown.
    NONE,
    /// It was not made here, or was altered since, or is for another launch.
    FORGED,
    /// It belongs to another member.
    ANOTHERS,
    /// Its time is over.
    EXPIRED
}
