package dev.holdfast.supply.plan;

/// PROTECT-ALL: first every promise that can be kept, by position, then the broken ones wherever room is left.
///
/// Keeps the most promises and lets the few broken ones slip for a year; overtakes and envy abound. Offered
/// only to show what fairness costs.
final class ProtectAllRule {
    private final Plant plant;
    private final Line line;
    private final Taking taking;
    private final Plan plan;

    ProtectAllRule(Plant plant, Line line) {
        this.plant = plant;
        this.line = line;
        this.taking = new Taking(plant);
        this.plan = Plan.empty(line.orders());
    }

    Plan plan() {
        keep(true);
        keep(false);
        for (int order = 0; order < line.orders(); order++) {
            if (plan.week()[order] == 0) {
                placeBroken(order);
            }
        }
        return plan;
    }

    private void keep(boolean frozen) {
        for (int order = 0; order < line.orders(); order++) {
            if (line.frozen()[order] == frozen && line.isPromised(order)) {
                int week = line.promised()[order] > plant.weeks ? plant.beyond() : keptWeek(order);
                if (week > 0) {
                    plan.put(order, week, Plan.NOTHING);
                    taking.take(line.configuration()[order], week);
                }
            }
        }
    }

    /// The last open week up to the promise, just in time; 0 when the promise cannot be kept.
    private int keptWeek(int order) {
        return taking.last(line.configuration()[order], line.earliest(order), line.promised()[order]);
    }

    private void placeBroken(int order) {
        int configuration = line.configuration()[order];
        int earliest = Math.min(line.earliest(order), plant.beyond());
        int week = taking.first(configuration, earliest);
        plan.put(order, week, taking.binding(configuration, earliest, week));
        taking.take(configuration, week);
    }
}
