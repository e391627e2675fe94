package dev.holdfast.supply.master;

/// Which of the suppliers' words a plan counts on.
public enum Counting {
    /// What is committed, shipped or received. The default: a promise to a fan rests on somebody's word.
    COMMITTED,
    /// Forecasts as well; to see what would be possible, not to promise it.
    FORECAST;

    boolean counts(CommitmentStatus status) {
        return status != CommitmentStatus.FORECAST || this == FORECAST;
    }
}
