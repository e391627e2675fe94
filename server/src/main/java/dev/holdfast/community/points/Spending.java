package dev.holdfast.community.points;

/// What became of a wish to spend points.
public sealed interface Spending {
    /// @param replayed the same key was sent before, and nothing was done
    record Reserved(Reservation reservation, boolean replayed) implements Spending {}

    /// @param active what the member may spend now
    record TooFewPoints(long active, long price) implements Spending {}

    /// The last piece is somebody else's, for now at least: a reservation may still be given up.
    record OutOfStock(String reward) implements Spending {}

    record RewardClosed(String reward) implements Spending {}
}
