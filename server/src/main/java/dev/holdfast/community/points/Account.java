package dev.holdfast.community.points;

/// Where points can be. Every entry takes from one and gives to another, so all of them sum to zero.
public enum Account {
    /// The brand's side: what it ever issued stands here as less than zero.
    ISSUED,
    /// Earned, and not to be spent yet.
    PENDING,
    /// To be spent.
    ACTIVE,
    /// Put aside for a reward that was not handed over yet.
    RESERVED,
    SPENT,
    EXPIRED,
    /// Taken back by the brand, or given up with the account they belonged to.
    WITHDRAWN,
    /// What a member owes, as less than zero: points that were taken back after they had been spent.
    OWED;

    /// Whether the brand may still have to give something for what stands here.
    public boolean isLiability() {
        return this == PENDING || this == ACTIVE || this == RESERVED;
    }
}
