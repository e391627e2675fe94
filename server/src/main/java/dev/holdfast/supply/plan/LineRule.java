package dev.holdfast.supply.plan;

/// LINE: frozen orders first, then everybody by position, each into the earliest week the ones before leave.
///
/// Exact, not a heuristic: any beginning of the line can be completed (beyond the horizon is always possible),
/// so giving each order its best week in turn is the lexicographic minimum.
final class LineRule {
    private final Plant plant;
    private final Line line;
    private final Taking taking;
    private final Plan plan;

    LineRule(Plant plant, Line line) {
        this.plant = plant;
        this.line = line;
        this.taking = new Taking(plant);
        this.plan = Plan.empty(line.orders());
    }

    Plan plan() {
        place(true);
        place(false);
        return plan;
    }

    private void place(boolean frozen) {
        for (int order = 0; order < line.orders(); order++) {
            if (line.frozen()[order] == frozen) {
                place(order);
            }
        }
    }

    private void place(int order) {
        int configuration = line.configuration()[order];
        int earliest = Math.min(line.earliest(order), plant.beyond());
        int week = taking.first(configuration, earliest);
        plan.put(order, week, taking.binding(configuration, earliest, week));
        taking.take(configuration, week);
    }
}
