package dev.holdfast.supply.plan;

import java.util.Arrays;

/// A plant with something changed: the "what if" of a planner, in memory.
///
/// Weeks are build weeks of the plant, 1 the first. What is in stock before the week named does not move: a slip
/// delays what is still to come.
public final class Variation {
    private final Plant plant;
    private final long[] receipts;
    private final long[] capacity;
    /// The first week a configuration is no longer built in; the week beyond the horizon for "always built".
    private final int[] closedFrom;

    public Variation(Plant plant) {
        this.plant = plant;
        this.receipts = plant.receipts.clone();
        this.capacity = plant.capacity.clone();
        this.closedFrom = new int[plant.configurations];
        Arrays.fill(closedFrom, plant.beyond());
    }

    /// Every receipt of the component from a week on comes so many weeks later; what leaves the horizon is gone.
    public Variation slip(int component, int fromWeek, int weeks) {
        for (int column = plant.columns - 1; column >= column(fromWeek); column--) {
            long units = receipts[base(component) + column];
            receipts[base(component) + column] = 0;
            if (column + weeks < plant.columns) {
                receipts[base(component) + column + weeks] += units;
            }
        }
        return this;
    }

    /// Every receipt of the component from a week on comes so many weeks earlier, though never before that week.
    public Variation expedite(int component, int fromWeek, int weeks) {
        int first = column(fromWeek);
        for (int column = first; column < plant.columns; column++) {
            long units = receipts[base(component) + column];
            receipts[base(component) + column] = 0;
            receipts[base(component) + Math.max(first, column - weeks)] += units;
        }
        return this;
    }

    /// Takes a share away from every receipt of the component in the weeks named, rounded up.
    ///
    /// @param percent 1 to 100
    public Variation cut(int component, int fromWeek, int toWeek, int percent) {
        for (int column = column(fromWeek); column <= column(toWeek); column++) {
            int at = base(component) + column;
            receipts[at] -= Math.ceilDiv(Math.multiplyExact(receipts[at], percent), 100L);
        }
        return this;
    }

    /// More units of the component in one week.
    public Variation add(int component, int week, long units) {
        receipts[base(component) + column(week)] += units;
        return this;
    }

    /// No unit of the configuration is built from a week on.
    public Variation close(int configuration, int fromWeek) {
        closedFrom[configuration] = Math.min(closedFrom[configuration], Math.clamp(fromWeek, 1, plant.beyond()));
        return this;
    }

    /// More or, by a negative number, less capacity in every week named; never below none.
    public Variation capacity(int resource, int fromWeek, int toWeek, long units) {
        for (int week = Math.max(1, fromWeek); week <= Math.min(plant.weeks, toWeek); week++) {
            int at = resource * plant.weeks + week - 1;
            capacity[at] = Math.max(0, capacity[at] + units);
        }
        return this;
    }

    public Plant plant() {
        return plant.with(receipts, routes(), gated());
    }

    /// A configuration that closes passes a gate of its own, which shuts when it closes.
    private Plant.Routes routes() {
        var start = new int[plant.configurations + 1];
        var route = new int[plant.route.length + gates()];
        int at = 0;
        int gate = plant.resources;
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            int length = plant.routeStart[configuration + 1] - plant.routeStart[configuration];
            System.arraycopy(plant.route, plant.routeStart[configuration], route, at, length);
            at += length;
            if (closes(configuration)) {
                route[at++] = gate++;
            }
            start[configuration + 1] = at;
        }
        return new Plant.Routes(start, route);
    }

    private long[] gated() {
        long[] all = Arrays.copyOf(capacity, capacity.length + gates() * plant.weeks);
        int gate = plant.resources;
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            if (closes(configuration)) {
                int first = gate++ * plant.weeks;
                Arrays.fill(all, first, first + closedFrom[configuration] - 1, Plant.MAX_QUANTITY);
            }
        }
        return all;
    }

    private int gates() {
        return (int)
                Arrays.stream(closedFrom).filter(week -> week < plant.beyond()).count();
    }

    private boolean closes(int configuration) {
        return closedFrom[configuration] < plant.beyond();
    }

    private int base(int component) {
        return component * plant.columns;
    }

    private int column(int week) {
        return Math.clamp(week - 1L + plant.longestLead, 0, plant.columns - 1);
    }
}
