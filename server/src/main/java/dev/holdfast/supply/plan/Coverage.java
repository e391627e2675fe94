package dev.holdfast.supply.plan;

/// What a finished plan leaves of every component and every resource, week by week.
///
/// A component's weeks are its own: a part with a lead time of two is used two weeks before its unit is built, so
/// there may be weeks before the first build week, down to [#firstWeek].
public final class Coverage {
    private final Plant plant;
    private final long[] supplied;
    private final long[] used;
    private final long[] load;

    private Coverage(Plant plant) {
        this.plant = plant;
        this.supplied = plant.receipts.clone();
        this.used = new long[supplied.length];
        this.load = new long[plant.capacity.length];
    }

    public static Coverage of(Plant plant, Line line, Plan plan) {
        return of(plant, Builds.perWeek(plant, line, plan));
    }

    /// @param built as [Builds#perWeek] has them
    public static Coverage of(Plant plant, long[] built) {
        var coverage = new Coverage(plant);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            for (int week = 1; week <= plant.weeks; week++) {
                coverage.use(configuration, week, built[configuration * (plant.weeks + 2) + week]);
            }
        }
        coverage.accumulate(coverage.supplied);
        coverage.accumulate(coverage.used);
        return coverage;
    }

    private void use(int configuration, int week, long units) {
        if (units == 0) {
            return;
        }
        int bill = plant.variant(configuration, week);
        for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
            used[plant.billComponent[line] * plant.columns + plant.column(line, week)] +=
                    units * plant.billQuantity[line];
        }
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            load[plant.route[at] * plant.weeks + week - 1] += units;
        }
    }

    private void accumulate(long[] units) {
        for (int at = 0; at < units.length; at++) {
            units[at] += at % plant.columns > 0 ? units[at - 1] : 0;
        }
    }

    /// The first week in which a component can be needed; 1 where no part has a lead time.
    public int firstWeek() {
        return 1 - plant.longestLead;
    }

    /// Units received up to and in a week.
    public long supplied(int component, int week) {
        return supplied[at(component, week)];
    }

    /// Units that the plan has used up to and in a week.
    public long used(int component, int week) {
        return used[at(component, week)];
    }

    /// Units received and not used by then; a later week may want them all the same.
    public long left(int component, int week) {
        return supplied(component, week) - used(component, week);
    }

    /// Whether a unit of the configuration that is built in `week` needs the component.
    public boolean needs(int configuration, int week, int component) {
        int bill = plant.variant(configuration, week);
        for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
            if (plant.billComponent[line] == component) {
                return true;
            }
        }
        return false;
    }

    /// Whether the route of a configuration has the resource.
    public boolean takes(int configuration, int resource) {
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            if (plant.route[at] == resource) {
                return true;
            }
        }
        return false;
    }

    public long load(int resource, int week) {
        return load[resource * plant.weeks + week - 1];
    }

    public long capacity(int resource, int week) {
        return plant.capacity[resource * plant.weeks + week - 1];
    }

    private int at(int component, int week) {
        return component * plant.columns + week - firstWeek();
    }
}
