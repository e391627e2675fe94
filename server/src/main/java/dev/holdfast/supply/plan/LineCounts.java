package dev.holdfast.supply.plan;

import java.util.Arrays;

/// A line as counts per configuration: units that are there, units built in each week, orders waiting without a week,
/// the furthest week given, and what that was when the first of the waiting came. All that [OpenLine] needs to go on
/// from, besides the plant.
public final class LineCounts {
    private final int weeks;
    private final int[] there;
    private final int[] built;
    private final int[] waiting;
    private final int[] furthest;
    private final int[] waitsBehind;
    private final int[] live;
    private long waitingOfAll;

    /// Nobody in line yet.
    public LineCounts(int configurations, int weeks) {
        this.weeks = weeks;
        this.there = new int[configurations];
        this.built = new int[configurations * (weeks + 1)];
        this.waiting = new int[configurations];
        this.furthest = new int[configurations];
        this.waitsBehind = new int[configurations];
        this.live = new int[configurations];
    }

    private LineCounts(LineCounts other) {
        this.weeks = other.weeks;
        this.there = other.there.clone();
        this.built = other.built.clone();
        this.waiting = other.waiting.clone();
        this.furthest = other.furthest.clone();
        this.waitsBehind = other.waitsBehind.clone();
        this.live = other.live.clone();
        this.waitingOfAll = other.waitingOfAll;
    }

    /// A line as a plan run leaves it. Who wished to be built no earlier than some week holds no newcomer back.
    ///
    /// @param published the week each order is promised now; beyond the horizon for one that waits
    /// @param there who is in line and not in the plan
    public static LineCounts of(Plant plant, Line line, Plan plan, int[] published, UnitsThere there) {
        var counts = new LineCounts(plant.configurations, plant.weeks);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            counts.finish(configuration, there.units()[configuration]);
            counts.reach(configuration, there.furthest()[configuration]);
        }
        for (int order = 0; order < line.orders(); order++) {
            int reaches = line.earliest(order) > 1 ? 0 : published[order];
            counts.enters(line.configuration()[order], plan.week()[order], reaches);
        }
        return counts;
    }

    /// Adds orders whose units are there: they take nothing any more.
    public void finish(int configuration, int orders) {
        if (orders < 0) {
            throw new IllegalArgumentException(orders + " orders whose units are there");
        }
        there[configuration] += orders;
        live[configuration] += orders;
    }

    /// Adds orders that are built in `week`.
    public void build(int configuration, int week, int orders) {
        if (week < 1 || week > weeks || orders < 0) {
            throw new IllegalArgumentException(orders + " orders built in week " + week + " of " + weeks);
        }
        built[configuration * (weeks + 1) + week] += orders;
        live[configuration] += orders;
    }

    /// Adds orders that wait for a week.
    ///
    /// @param behind the furthest week given when the first of them came
    public void await(int configuration, int orders, int behind) {
        if (orders < 0) {
            throw new IllegalArgumentException(orders + " orders waiting");
        }
        waitsBehind[configuration] = waiting[configuration] == 0 ? behind : waitsBehind[configuration];
        waiting[configuration] += orders;
        waitingOfAll += orders;
        live[configuration] += orders;
    }

    /// Nobody of the configuration who comes from now on gets a week before this one.
    public void reach(int configuration, int week) {
        furthest[configuration] = Math.max(furthest[configuration], Math.min(week, weeks));
    }

    /// Orders whose units are there.
    public int there(int configuration) {
        return there[configuration];
    }

    public int built(int configuration, int week) {
        return built[configuration * (weeks + 1) + week];
    }

    public int waiting(int configuration) {
        return waiting[configuration];
    }

    /// 0 when no week was given yet.
    public int furthest(int configuration) {
        return furthest[configuration];
    }

    /// The furthest week given when the first of those who wait came; of no meaning when nobody does.
    public int waitsBehind(int configuration) {
        return waitsBehind[configuration];
    }

    /// Orders whose units are there, are built or are waited for.
    public int live(int configuration) {
        return live[configuration];
    }

    boolean nobodyWaits() {
        return waitingOfAll == 0;
    }

    void enters(int configuration, int week, int promised) {
        if (week > weeks) {
            await(configuration, 1, furthest[configuration]);
        } else {
            build(configuration, week, 1);
            reach(configuration, promised);
        }
    }

    void leaves(int configuration, int week) {
        if (week > weeks) {
            taken(waiting, configuration);
            waitingOfAll--;
        } else {
            taken(built, configuration * (weeks + 1) + week);
        }
        live[configuration]--;
    }

    /// One order fewer of those whose units are there: nobody else is left whose unit it could take the place of.
    void leavesUnit(int configuration) {
        taken(there, configuration);
        live[configuration]--;
    }

    private static void taken(int[] from, int at) {
        if (from[at] == 0) {
            throw new IllegalStateException("More orders were released than taken.");
        }
        from[at]--;
    }

    /// The week of the latest build at or before `week`; of the first after it, should there be none; 0 when nothing is
    /// built at all.
    int builtFor(int configuration, int week) {
        int base = configuration * (weeks + 1);
        for (int at = Math.min(week, weeks); at >= 1; at--) {
            if (built[base + at] > 0) {
                return at;
            }
        }
        int at = Math.max(1, week);
        while (at <= weeks && built[base + at] == 0) {
            at++;
        }
        return at <= weeks ? at : 0;
    }

    SetAside setAside(Plant plant, Leftover left, int thisWeek) {
        return SetAside.of(plant, left, waiting, waitsBehind, thisWeek);
    }

    LineCounts copy() {
        return new LineCounts(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineCounts that
                && weeks == that.weeks
                && Arrays.equals(there, that.there)
                && Arrays.equals(built, that.built)
                && Arrays.equals(waiting, that.waiting)
                && Arrays.equals(furthest, that.furthest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(built) * 31 + Arrays.hashCode(waiting);
    }

    @Override
    public String toString() {
        return "there " + Arrays.toString(there) + ", built " + Arrays.toString(built) + ", waiting "
                + Arrays.toString(waiting) + ", furthest " + Arrays.toString(furthest);
    }
}
