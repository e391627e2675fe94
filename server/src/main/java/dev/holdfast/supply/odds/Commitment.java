package dev.holdfast.supply.odds;

/// What a supplier said would come, and what became of it. Weeks count on one scale, any scale.
///
/// @param made the week in which the supplier said so; before it nobody knew
/// @param due the week it was first committed to: lateness is counted from there, or who moves the date is never late
/// @param expected the week the supplier names now; who put it off comes no earlier than that
/// @param received the week in which it came, or [#OPEN]
/// @param arrived the units that came, at most `quantity` of which count
public record Commitment(
        int supplier, int component, int made, int due, int expected, long quantity, int received, long arrived) {
    /// Not received yet.
    public static final int OPEN = Integer.MAX_VALUE;

    /// A commitment whose date was never moved.
    public Commitment(int supplier, int component, int made, int due, long quantity, int received, long arrived) {
        this(supplier, component, made, due, due, quantity, received, arrived);
    }

    /// Put off since: what was never moved may well come early, as such deliveries did before.
    boolean isPostponed() {
        return expected > due;
    }

    /// Said, and not there, at the end of week `now`.
    boolean isAwaited(int now) {
        return made <= now && received > now;
    }

    /// How late it was, as far as that was known at the end of week `now`: what is still awaited is late by
    /// at least the weeks since it was due, and to leave it out would make every supplier look better than
    /// they are.
    int weeksLate(int now) {
        return Math.min(received, now + 1) - due;
    }

    /// The share that came; what is still awaited counts as whole.
    double share(int now) {
        return received > now || quantity == 0 ? 1 : Math.min(1, arrived / (double) quantity);
    }
}
