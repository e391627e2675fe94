package dev.holdfast.delivery.balance;

/// Where an amount is, or what it is for. An amount moves from a debit to a credit; over all accounts it adds
/// up to nothing.
public enum Account {
    /// What a member still owes is less than nothing here, what they paid too much is more.
    DUE,
    /// What was sold.
    PRICE,
    /// Paid before, and in the ledger of deposits.
    DEPOSIT,
    /// Owed to the member for a broken promise.
    COMPENSATION,
    SUBSIDY,
    POINTS,
    OTHER_CREDIT,
    /// What a delay across a year's end costs.
    YEAR_END,
    /// What the seller bears of it.
    SELLER,
    /// With a payment provider, for us.
    PROVIDER,
    BANK,
    LENDER,
    /// At the bank, and nobody's yet.
    UNMATCHED,
    /// On its way back.
    REFUNDING,
    REFUNDED
}
