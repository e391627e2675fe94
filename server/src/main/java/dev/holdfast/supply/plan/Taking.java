package dev.holdfast.supply.plan;

/// Components and capacity together: what is left of a plant while orders take their weeks one by one.
final class Taking {
    private final Plant plant;
    private final Stock stock;
    private final Slots slots;

    Taking(Plant plant) {
        this.plant = plant;
        this.stock = new Stock(plant);
        this.slots = new Slots(plant);
    }

    /// The first week from `week` on in which a unit can be built; beyond the horizon if there is none.
    int first(int configuration, int week) {
        return slots.next(configuration, Math.max(stock.first(configuration), Math.min(week, plant.beyond())));
    }

    /// The last week from `from` up to `to` in which a unit can be built; 0 if there is none.
    int last(int configuration, int from, int to) {
        int earliest = Math.max(from, stock.first(configuration));
        int week = Math.min(to, plant.weeks);
        int last = week < earliest ? 0 : slots.previous(configuration, week);
        return last < earliest ? 0 : last;
    }

    /// Takes a week that [#first] or [#last] gave; the week beyond the horizon takes nothing.
    void take(int configuration, int week) {
        if (week <= plant.weeks) {
            stock.take(configuration, week);
            slots.take(configuration, week);
        }
    }

    /// What keeps an order that may be built from `earliest` on out of the week before `week`.
    int binding(int configuration, int earliest, int week) {
        if (week <= earliest) {
            return Plan.NOTHING;
        }
        if (stock.first(configuration) >= week) {
            return stock.blocker(configuration);
        }
        int full = slots.full(configuration, week - 1);
        return full < 0 ? Plan.NOTHING : plant.components + full;
    }
}
