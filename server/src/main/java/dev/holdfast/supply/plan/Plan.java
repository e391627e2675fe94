package dev.holdfast.supply.plan;

/// A build week for every order, and what held it there.
///
/// `week[order]` is 1 to the last week, or the week after for "beyond the horizon". `binding[order]` is a
/// component, or `components + resource`, or [#NOTHING] for an order that nothing but itself holds.
@SuppressWarnings("ArrayRecordComponent") // a value read by index; nobody compares two plans
public record Plan(int[] week, int[] binding) {
    public static final int NOTHING = -1;

    static Plan empty(int orders) {
        return new Plan(new int[orders], new int[orders]);
    }

    void put(int order, int week, int binding) {
        this.week[order] = week;
        this.binding[order] = binding;
    }
}
