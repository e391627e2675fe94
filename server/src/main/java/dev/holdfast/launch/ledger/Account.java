package dev.holdfast.launch.ledger;

/// Where a deposit is. The amounts of all accounts but RECEIVED add up to RECEIVED.
public enum Account {
    /// With the payment provider, for us: every deposit ever taken.
    RECEIVED,
    /// Belongs to a live order.
    HELD,
    /// To be given back; the provider has not yet confirmed it.
    REFUNDING,
    REFUNDED,
    /// Kept: a locked order was cancelled.
    FORFEITED,
    /// Fits no order; an operator has to look.
    UNMATCHED
}
