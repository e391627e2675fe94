package dev.holdfast.supply.plan;

/// What a plant still has for whoever comes next, given how much of what is built when.
///
/// `slack` is receipts less use up to a column; `left` is the least slack of a column and all after it, which is
/// what may still be taken there without harming anybody served before. Both are functions of the builds alone, so
/// giving back is taking a negative number. [Stock] knows the same `left` as differences and is faster in a loop
/// over a whole line, but it can only take.
///
/// Nothing here is remembered from one question to the next, so threads that only ask may share it.
final class Leftover {
    private final Plant plant;
    private final long[] slack;
    private final long[] left;
    private final long[] room;

    Leftover(Plant plant) {
        this.plant = plant;
        this.slack = plant.receipts.clone();
        this.left = new long[slack.length];
        this.room = plant.capacity.clone();
        for (int component = 0; component < plant.components; component++) {
            int base = component * plant.columns;
            for (int at = base + 1; at < base + plant.columns; at++) {
                slack[at] += slack[at - 1];
            }
            long least = Long.MAX_VALUE;
            for (int at = base + plant.columns - 1; at >= base; at--) {
                least = Math.min(least, slack[at]);
                left[at] = least;
            }
        }
    }

    private Leftover(Leftover other) {
        this.plant = other.plant;
        this.slack = other.slack.clone();
        this.left = other.left.clone();
        this.room = other.room.clone();
    }

    Leftover copy() {
        return new Leftover(this);
    }

    /// The first week from `week` on in which one more unit can be built; beyond the horizon if there is none.
    int first(int configuration, int week) {
        int from = Math.max(1, week);
        int bill = plant.variant(configuration, from);
        while (bill != Plant.NO_VARIANT && from <= plant.weeks) {
            int at = supplied(bill, from);
            while (at <= plant.lastWeek(bill) && room(configuration, at) <= 0) {
                at++;
            }
            if (at <= plant.lastWeek(bill)) {
                return at;
            }
            from = plant.lastWeek(bill) + 1;
            bill = plant.next(bill);
        }
        return plant.beyond();
    }

    /// The last week from `from` up to `to` in which one more unit can be built; 0 if there is none.
    int last(int configuration, int from, int to) {
        int last = 0;
        int begins = Math.max(1, from);
        for (int bill = configuration; bill != Plant.NO_VARIANT && begins <= to; bill = plant.next(bill)) {
            int week = Math.min(to, plant.lastWeek(bill));
            int earliest = week < begins ? week + 1 : supplied(bill, begins);
            while (week >= earliest && room(configuration, week) <= 0) {
                week--;
            }
            last = week < earliest ? last : week;
            begins = Math.max(begins, plant.lastWeek(bill) + 1);
        }
        return last;
    }

    /// How many units can be built from `week` to the end; at most so many, where a bill that never changes has a
    /// component at several lead times.
    long units(int configuration, int week) {
        if (plant.changesBill(configuration)) {
            return copy().takeAll(configuration, week);
        }
        if (!plant.usesCapacity(configuration)) {
            return week > plant.weeks ? 0 : parts(configuration, plant.weeks, Integer.MAX_VALUE);
        }
        long units = 0;
        for (int at = Math.max(1, week); at <= plant.weeks; at++) {
            units = upTo(configuration, at, units, Integer.MAX_VALUE);
        }
        return units;
    }

    private long takeAll(int configuration, int week) {
        long units = 0;
        for (int at = first(configuration, week); at <= plant.weeks; at = first(configuration, at + 1)) {
            long here = upTo(configuration, at, 0, Integer.MAX_VALUE);
            take(configuration, at, here);
            units += here;
        }
        return units;
    }

    /// How many of `wanted` units can be built up to `week` while one bill holds, `before` of them up to the week
    /// before. Exact where the bill has each component at one lead time; else no way of building reaches more.
    long upTo(int configuration, int week, long before, long wanted) {
        long room = room(configuration, week);
        long most = Math.min(wanted, before + room);
        return room <= 0 ? before : Math.max(before, parts(plant.variant(configuration, week), week, most));
    }

    /// Takes what `units` built in `week` need, or gives it back when they are fewer than none.
    void take(int configuration, int week, long units) {
        int bill = plant.variant(configuration, week);
        for (int line = plant.billStart[bill]; line < plant.billStart[bill + 1]; line++) {
            int base = plant.billComponent[line] * plant.columns;
            use(base, base + plant.column(line, week), units * plant.billQuantity[line]);
        }
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            room[plant.route[at] * plant.weeks + week - 1] -= units;
        }
    }

    private void use(int base, int from, long units) {
        for (int at = from; at < base + plant.columns; at++) {
            slack[at] -= units;
            left[at] -= units;
        }
        long least = left[from];
        for (int at = from - 1; at >= base; at--) {
            least = Math.min(least, slack[at]);
            if (left[at] == least) {
                return;
            }
            left[at] = least;
        }
    }

    /// The first week from `week` on in which every part of a bill is there. Since `left` never falls along the
    /// columns,
    /// a part that is there in one week is there in every later one, and each bill line is looked at once.
    private int supplied(int bill, int week) {
        int first = plant.billStart[bill];
        int at = week;
        long wanted = 0;
        for (int line = first; line < plant.billStart[bill + 1] && at <= plant.weeks; line++) {
            wanted = plant.billQuantity[line] + (continues(line, first) ? wanted : 0);
            while (at <= plant.weeks && left[place(line, at)] < wanted) {
                at++;
            }
        }
        return at;
    }

    private long parts(int bill, int week, long wanted) {
        int first = plant.billStart[bill];
        long units = wanted;
        long each = 0;
        for (int line = first; line < plant.billStart[bill + 1] && units > 0; line++) {
            each = plant.billQuantity[line] + (continues(line, first) ? each : 0);
            units = Math.min(units, left[place(line, week)] / each);
        }
        return Math.max(0, units);
    }

    private long room(int configuration, int week) {
        long room = Integer.MAX_VALUE;
        for (int at = plant.routeStart[configuration]; at < plant.routeStart[configuration + 1]; at++) {
            room = Math.min(room, this.room[plant.route[at] * plant.weeks + week - 1]);
        }
        return room;
    }

    /// Whether a bill line needs the same component as the one before, a shorter lead time before the build.
    private boolean continues(int line, int first) {
        return line > first && plant.billComponent[line] == plant.billComponent[line - 1];
    }

    private int place(int line, int week) {
        return plant.billComponent[line] * plant.columns + plant.column(line, week);
    }
}
