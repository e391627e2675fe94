package dev.holdfast.community.points;

/// Why points moved.
public enum Cause {
    EARNED,
    /// The delay of the rule is over.
    ACTIVATED,
    RESERVED,
    /// The reward was handed over.
    SPENT,
    /// The reservation was given up, or its time was over.
    RELEASED,
    EXPIRED,
    /// What earned them turned out not to be so.
    CLAWED_BACK,
    /// Goes towards what the member owes.
    SET_OFF,
    /// A reward came back.
    RETURNED,
    /// Their member left.
    ERASED
}
