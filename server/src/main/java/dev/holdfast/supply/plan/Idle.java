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
    /// The need that stopped the last order of a configuration; asked first, since it usually stops the next.
    private final int[] obstacle;

    Idle(Plant plant, Line line, Plan plan) {
        this.plant = plant;
        this.needs = Needs.of(plant);
        this.slack = plant.receipts.clone();
        this.free = plant.capacity.clone();
        this.obstacle = new int[plant.configurations];
        long[] built = Builds.perWeek(plant, line, plan);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            obstacle[configuration] = needs.start(configuration);
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
        for (int line = plant.billStart[configuration]; line < plant.billStart[configuration + 1]; line++) {
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
        int first = needs.start(configuration);
        int end = needs.start(configuration + 1);
        int week = Math.min(floor, from);
        if (week < from && first < end) {
            week = raise(obstacle[configuration], week, from);
        }
        for (int need = first; need < end && week < from; need++) {
            int raised = raise(need, week, from);
            if (raised > week) {
                obstacle[configuration] = need;
                week = raised;
            }
        }
        while (week < from && full(configuration, week) >= 0) {
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
        return full >= 0 ? plant.components + full : needs.component(obstacle[configuration]);
    }

    void move(int configuration, int from, int to) {
        for (int line = plant.billStart[configuration]; line < plant.billStart[configuration + 1]; line++) {
            int end = base(line) + endColumn(line, from);
            for (int at = base(line) + plant.column(line, to); at < end; at++) {
                slack[at] -= plant.billQuantity[line];
            }
        }
        occupy(configuration, to, 1);
        if (from <= plant.weeks) {
            occupy(configuration, from, -1);
        }
    }

    private int raise(int need, int week, int from) {
        int raised = week;
        while (raised < from && !allows(need, raised, from)) {
            raised++;
        }
        return raised;
    }

    private boolean allows(int need, int to, int from) {
        int first = needs.firstLine(need);
        int last = needs.firstLine(need + 1) - 1;
        int end = endColumn(last, from);
        for (int column = plant.column(first, to); column < end; column++) {
            if (slack[base(first) + column] < moreUsed(first, last, column, to, from)) {
                return false;
            }
        }
        return true;
    }

    /// How many more units are used up to a column once the unit has moved.
    private long moreUsed(int first, int last, int column, int to, int from) {
        long more = 0;
        for (int line = first; line <= last; line++) {
            if (plant.column(line, to) <= column && column < endColumn(line, from)) {
                more += plant.billQuantity[line];
            }
        }
        return more;
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
