package dev.holdfast.supply.plan;

/// How an order takes part when promises are made again, best placed first.
public enum Band {
    /// Keeps its promise before everybody else, whatever its place in line.
    WIN(0),
    /// Keeps its promise before the ordinary orders, and may improve.
    GAIN(1),
    /// The default: keeps its promise as far as those ahead allow.
    KEEP(2),
    /// Gives its promise up for the earliest week its place in line earns, better or worse.
    REDISTRIBUTE(2),
    /// Keeps its promise or falls back; never built earlier than promised for the sake of idle supply.
    FILL(2),
    /// Chooses last, after every other order of the line.
    LOSE(3);

    /// Lower tiers choose first; frozen orders share the first.
    final int tier;

    Band(int tier) {
        this.tier = tier;
    }
}
