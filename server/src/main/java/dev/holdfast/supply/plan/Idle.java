package dev.holdfast.supply.plan;

/// The supply and capacity that a finished plan leaves unused, while single orders move to earlier weeks.
///
/// `slack` is receipts less use, both cumulative, per component and column. Moving a unit from one week to an
/// earlier one lowers the slack between its old and its new column; it must stay at zero or above.
final class Idle {
    private final Plant plant;
    private final Needs needs;
    private final long[] slack;
    private final long[] free;
    /// The need that stopped the last order of a variant; asked first, since it usually stops the next.
    private final int[] obstacle;

    Idle(Plant plant, Line line, Plan plan) {
        this.plant = plant;
        this.needs = Needs.of(plant);
        this.slack = plant.receipts.clone();
        this.free = plant.capacity.clone();
        this.obstacle = new int[plant.variants];
        long[] built = Builds.perWeek(plant, line, plan);
        for (int variant = 0; variant < plant.variants; variant++) {
            obstacle[variant] = needs.start(variant);
        }
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            for (int week = 1; week <= plant.weeks; week++) {
                long units = built[configuration * (plant.weeks + 2) + week];
                if (units > 0) {
                    use(configuration, week, units);
                }
            }
        }
        accumulate();
    }

    private void use(int configuration, int week, long units) {
        int variant = plant.variant(configuration, week);
        for (int line = plant.billStart[variant]; line < plant.billStart[variant + 1]; line++) {
            slack[base(line) + plant.column(line, week)] -= units * plant.billQuantity[line];
        }
        occupy(configuration, week, units);
    }

    private void occupy(int configuration, int week, long units) {
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            free[plant.route[at] * plant.weeks + week - 1] -= units;
        }
    }

    private void accumulate() {
        for (int at = 0; at < slack.length; at++) {
            if (at % plant.columns > 0) {
                slack[at] += slack[at - 1];
            }
        }
    }

    /// The first week in `floor` to `from` that a unit now built in `from` could move to; `from` if none.
    int earliest(int configuration, int floor, int from) {
        int week = Math.min(floor, from);
        int variant = plant.variant(configuration, week);
        int now = from > plant.weeks ? Plant.NO_VARIANT : plant.variant(configuration, from);
        while (week < from) {
            int until = Math.min(from, plant.lastWeek(variant) + 1);
            week = earliest(configuration, variant, week, until, new Place(now, from));
            if (week < until || plant.next(variant) == Plant.NO_VARIANT) {
                return week;
            }
            variant = plant.next(variant);
        }
        return from;
    }

    /// The same among the weeks before `until`, all of one variant; `until` if none.
    private int earliest(int configuration, int variant, int floor, int until, Place from) {
        int first = needs.start(variant);
        int end = needs.start(variant + 1);
        int week = floor;
        if (first < end) {
            week = raise(obstacle[variant], week, until, from);
        }
        for (int need = first; need < end && week < until; need++) {
            int raised = raise(need, week, until, from);
            if (raised > week) {
                obstacle[variant] = need;
                week = raised;
            }
        }
        while (week < until && full(configuration, week) >= 0) {
            week++;
        }
        return week;
    }

    /// What keeps a unit that may be built from `floor` on out of the week before `week`.
    int binding(int configuration, int floor, int week) {
        if (week <= floor) {
            return Plan.NOTHING;
        }
        int full = full(configuration, week - 1);
        return full >= 0 ? plant.components + full : needs.component(obstacle[plant.variant(configuration, week - 1)]);
    }

    void move(int configuration, int from, int to) {
        int variant = plant.variant(configuration, to);
        boolean keepsBill = from > plant.weeks || variant == plant.variant(configuration, from);
        for (int line = plant.billStart[variant]; line < plant.billStart[variant + 1]; line++) {
            int end = base(line) + (keepsBill ? endColumn(line, from) : plant.columns);
            for (int at = base(line) + plant.column(line, to); at < end; at++) {
                slack[at] -= plant.billQuantity[line];
            }
        }
        if (!keepsBill) {
            giveBack(plant.variant(configuration, from), from);
        }
        occupy(configuration, to, 1);
        if (from <= plant.weeks) {
            occupy(configuration, from, -1);
        }
    }

    private void giveBack(int variant, int from) {
        for (int line = plant.billStart[variant]; line < plant.billStart[variant + 1]; line++) {
            for (int at = base(line) + plant.column(line, from); at < base(line) + plant.columns; at++) {
                slack[at] += plant.billQuantity[line];
            }
        }
    }

    /// Where a unit is built now.
    ///
    /// @param variant its bill there; none when it is built beyond the horizon and has used nothing
    private record Place(int variant, int week) {}

    private int raise(int need, int week, int until, Place from) {
        int raised = week;
        while (raised < until && !allows(need, raised, from)) {
            raised++;
        }
        return raised;
    }

    private boolean allows(int need, int to, Place from) {
        int first = needs.firstLine(need);
        boolean keepsBill = from.variant == needs.variant(need) || from.variant == Plant.NO_VARIANT;
        int end = keepsBill ? endColumn(needs.firstLine(need + 1) - 1, from.week) : plant.columns;
        for (int column = plant.column(first, to); column < end; column++) {
            long more = keepsBill
                    ? moreUsed(need, column, to, from.week)
                    : used(need, column, to) - freed(need, column, from);
            if (slack[base(first) + column] < more) {
                return false;
            }
        }
        return true;
    }

    /// How many more units are used up to a column once the unit has moved and kept its bill.
    private long moreUsed(int need, int column, int to, int from) {
        long more = 0;
        for (int line = needs.firstLine(need); line < needs.firstLine(need + 1); line++) {
            if (plant.column(line, to) <= column && column < endColumn(line, from)) {
                more += plant.billQuantity[line];
            }
        }
        return more;
    }

    /// How many units of a component a unit built in `week` by this bill has used up to a column.
    private long used(int need, int column, int week) {
        long units = 0;
        for (int line = needs.firstLine(need); line < needs.firstLine(need + 1); line++) {
            units += endColumn(line, week) <= column ? plant.billQuantity[line] : 0;
        }
        return units;
    }

    /// The same by the bill of the week in which the unit is built now; 0 when that needs none of the component.
    private long freed(int need, int column, Place from) {
        for (int same = needs.start(from.variant); same < needs.start(from.variant + 1); same++) {
            if (needs.component(same) == needs.component(need)) {
                return used(same, column, from.week);
            }
        }
        return 0;
    }

    /// A unit beyond the horizon uses nothing yet, so moving it in uses its parts to the end of time.
    private int endColumn(int line, int from) {
        return from > plant.weeks ? plant.columns : plant.column(line, from);
    }

    private int full(int configuration, int week) {
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            if (free[plant.route[at] * plant.weeks + week - 1] <= 0) {
                return plant.route[at];
            }
        }
        return Plan.NOTHING;
    }

    private int base(int line) {
        return plant.billComponent[line] * plant.columns;
    }
}
