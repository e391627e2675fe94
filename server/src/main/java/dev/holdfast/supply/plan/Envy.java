package dev.holdfast.supply.plan;

/// Counts orders with justified envy: late, although those before them in turn left an earlier week open.
///
/// Whatever such an order could have been built with was taken by someone behind it, or by nobody. The count
/// replays the finished plan in turn and asks before each order what those ahead left.
final class Envy {
    private Envy() {}

    /// @param wish the week each order is content with; up to it, an order envies nobody
    static long count(Plant plant, Line line, int[] wish, Plan plan) {
        var taking = new Taking(plant);
        long envious = 0;
        for (int tier : line.tiers()) {
            for (int order = 0; order < line.orders(); order++) {
                if (line.tier(order) == tier) {
                    int configuration = line.configuration()[order];
                    int week = plan.week()[order];
                    if (week > wish[order] && taking.first(configuration, line.earliest(order)) < week) {
                        envious++;
                    }
                    taking.take(configuration, week);
                }
            }
        }
        return envious;
    }
}
