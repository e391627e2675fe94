package dev.holdfast.launch.ledger;

/// Where a deposit is, and what is owed beside it. The deposits on all accounts add up to RECEIVED.
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
    /// What the seller has to bear for its broken promises.
    COMPENSATION,
    /// Owed to members for broken promises: to be set off against a balance or paid out.
    COMPENSATION_DUE,
    /// Was owed, and an operator paid it by hand.
    COMPENSATION_PAID,
    /// Was owed, and went off what the member still has to pay.
    COMPENSATION_SET_OFF,
    /// What partner companies' shares of campaigns cost the seller.
    PARTNER_SHARE,
    /// Owed to partner companies: their shares of what was taken for their campaigns.
    PARTNER_DUE,
    /// Fits no order; an operator has to look.
    UNMATCHED
}
