package dev.holdfast.launch;

/// How far the money of a pledge has come.
public enum PledgeMoney {
    /// Nothing was authorised yet.
    OPEN,
    /// Promised by the fan's bank, and not taken.
    AUTHORISED,
    /// The campaign has succeeded: the provider is asked to take it.
    CAPTURING,
    /// The bank refused, or let the authorisation die. The fan has until `mendBy`.
    MENDING,
    /// With the provider, for us: captured, or charged at once.
    TAKEN,
    /// The pledge is over, and nothing of it is kept here; a refund has a row of its own.
    RELEASED
}
