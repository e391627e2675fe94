package dev.holdfast.launch.review;

/// One step of a review.
public enum Act {
    /// The order is held for review, with the evidence.
    OPENED,
    /// An operator found nothing wrong with it.
    KEPT,
    /// An operator took it out of the line; the whole deposit goes back.
    RELEASED,
    /// Its member objects, once.
    APPEALED,
    /// An operator answered that.
    ANSWERED
}
