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
        int from = Math.min(week, plant.beyond());
        int variant = plant.variant(configuration, from);
        int first = slots.next(configuration, Math.max(stock.first(variant), from));
        // A week behind the last that this bill holds in has to be asked for by the bill of that week.
        while (first > plant.lastWeek(variant) && plant.next(variant) != Plant.NO_VARIANT) {
            from = plant.lastWeek(variant) + 1;
            variant = plant.next(variant);
            first = slots.next(configuration, Math.max(stock.first(variant), from));
        }
        return first;
    }

    /// The last week from `from` up to `to` in which a unit can be built; 0 if there is none.
    int last(int configuration, int from, int to) {
        int last = 0;
        for (int variant = configuration, begins = from; variant != Plant.NO_VARIANT && begins <= to; ) {
            int until = Math.min(to, plant.lastWeek(variant));
            last = Math.max(last, last(configuration, variant, begins, until));
            begins = Math.max(begins, until + 1);
            variant = plant.next(variant);
        }
        return last;
    }

    private int last(int configuration, int variant, int from, int to) {
        int earliest = Math.max(from, stock.first(variant));
        int last = to < earliest ? 0 : slots.previous(configuration, to);
        return last < earliest ? 0 : last;
    }

    /// Takes a week that [#first] or [#last] gave; the week beyond the horizon takes nothing.
    void take(int configuration, int week) {
        if (week <= plant.weeks) {
            stock.take(plant.variant(configuration, week), week);
            slots.take(configuration, week);
        }
    }

    /// What keeps an order that may be built from `earliest` on out of the week before `week`.
    int binding(int configuration, int earliest, int week) {
        if (week <= earliest) {
            return Plan.NOTHING;
        }
        int variant = plant.variant(configuration, week - 1);
        if (stock.first(variant) >= week) {
            return stock.blocker(variant);
        }
        int full = slots.full(configuration, week - 1);
        return full < 0 ? Plan.NOTHING : plant.components + full;
    }
}
