package dev.holdfast.supply.plan;

import java.util.Arrays;

/// What is left of every storable component while orders take theirs one after the other.
///
/// `residual[component][column]` holds the receipts of a column that nobody has taken. An order takes each need
/// from the *latest* non-empty columns at or before the column it is needed in, which leaves the most for
/// everyone behind: the sum of `residual` up to a column is exactly what may still be taken there without
/// harming an earlier taker (the smallest slack of that column and all after it). A component needed at several
/// lead times is therefore checked cumulatively along its columns, never bill line by bill line.
///
/// Three things make it fast. Taking only removes, so the first week the parts allow a variant
/// (`first`) moves right only. It is looked at again only after a take left some column of a component of this
/// variant with less than anyone might need at once (`plenty`). And each bill line remembers the column
/// it took from last, so that the usual take is one subtraction per bill line.
final class Stock {
    private static final int NOBODY = -1;

    private final Plant plant;
    private final Needs needs;

    /// One more column in front of each component's own: the end of the road for `latest`.
    private final int stride;

    private final long[] residual;
    /// Union-find: towards the latest non-empty column at or before this one.
    private final int[] latest;
    /// The first non-empty column of each component.
    private final int[] head;
    /// Most units of a component that one unit of any variant takes.
    private final long[] plenty;

    /// Nobody needs a component in an earlier column; needs only move to later ones.
    private final int[] soonest;

    private final int[] first;
    private final int[] blocker;
    private final boolean[] stale;

    private final int[] aimedAt;
    private final int[] source;
    private final long[] enough;

    Stock(Plant plant) {
        this.plant = plant;
        this.needs = Needs.of(plant);
        this.stride = plant.columns + 1;
        this.residual = new long[plant.components * stride];
        this.latest = new int[residual.length];
        this.head = new int[plant.components];
        this.plenty = new long[plant.components];
        this.soonest = new int[plant.components];
        this.first = new int[plant.variants];
        this.blocker = new int[plant.variants];
        this.stale = new boolean[plant.variants];
        this.aimedAt = new int[plant.variants];
        this.source = new int[plant.billLines()];
        this.enough = new long[plant.billLines()];
        Arrays.fill(first, 1);
        Arrays.fill(blocker, NOBODY);
        Arrays.fill(stale, true);
        fill();
    }

    private void fill() {
        for (int component = 0; component < plant.components; component++) {
            int base = component * stride;
            latest[base] = base;
            for (int column = 0; column < plant.columns; column++) {
                int at = base + 1 + column;
                residual[at] = plant.receipts[component * plant.columns + column];
                latest[at] = residual[at] > 0 ? at : at - 1;
            }
            head[component] = base + 1;
            advanceHead(component);
        }
        needs.largest(plenty);
        for (int line = 0; line < enough.length; line++) {
            enough[line] = plenty[plant.billComponent[line]];
        }
    }

    /// The first build week in which every part of a variant is there, given all that was taken, whether or not the
    /// variant holds then; beyond the horizon if none.
    int first(int variant) {
        if (stale[variant]) {
            stale[variant] = false;
            for (int need = needs.start(variant); need < needs.start(variant + 1); need++) {
                while (first[variant] <= plant.weeks && !suffices(need, first[variant])) {
                    first[variant]++;
                    blocker[variant] = needs.component(need);
                }
            }
        }
        return first[variant];
    }

    /// The component that forbids the week before `first`, or -1 when that is the first week of all.
    int blocker(int variant) {
        return blocker[variant];
    }

    /// Takes the parts of one unit built in `week`, which must not be before [#first].
    void take(int variant, int week) {
        if (aimedAt[variant] != week) {
            aim(variant, week);
        }
        // Local names: a field might have changed behind the slow call, and would be read again for every line.
        int[] from = source;
        long[] left = residual;
        long[] quantity = plant.billQuantity;
        long[] spared = enough;
        int end = plant.billStart[variant + 1];
        for (int line = plant.billStart[variant]; line < end; line++) {
            long after = left[from[line]] - quantity[line];
            if (after >= spared[line]) {
                left[from[line]] = after;
            } else {
                takeScarce(line, week);
            }
        }
    }

    private void aim(int variant, int week) {
        aimedAt[variant] = week;
        int end = plant.billStart[variant + 1];
        for (int line = plant.billStart[variant]; line < end; line++) {
            source[line] = latestFilled(place(line, week));
        }
    }

    private void takeScarce(int line, int week) {
        int component = plant.billComponent[line];
        long missing = plant.billQuantity[line];
        int at = latestFilled(place(line, week));
        while (missing > 0) {
            if (at == component * stride) {
                throw new IllegalStateException("Component " + component + " ran out for a unit in week " + week
                        + ": taken before its first week");
            }
            long taken = Math.min(missing, residual[at]);
            residual[at] -= taken;
            missing -= taken;
            if (residual[at] == 0) {
                latest[at] = at - 1;
                at = latestFilled(at);
            }
        }
        source[line] = at;
        tellThoseShort(component);
    }

    /// Marks the variants whose first week this component no longer carries.
    private void tellThoseShort(int component) {
        int before = head[component];
        advanceHead(component);
        int now = head[component];
        if ((now == before && residual[now] >= plenty[component]) || isPlentyForTheSoonest(component)) {
            return;
        }
        int earliest = (component + 1) * stride - 1;
        for (int user = needs.userStart(component); user < needs.userStart(component + 1); user++) {
            int need = needs.user(user);
            int variant = needs.variant(need);
            if (first[variant] <= plant.weeks) {
                earliest = Math.min(earliest, place(needs.firstLine(need), first[variant]));
                if (!stale[variant] && !suffices(need, first[variant])) {
                    stale[variant] = true;
                }
            }
        }
        soonest[component] = earliest;
    }

    /// Whoever needs the component soonest finds as much as anyone might need, so nobody is short and none need be
    /// asked:
    /// with hundreds of users and small receipts, asking them was most of the time of a plan.
    private boolean isPlentyForTheSoonest(int component) {
        long there = 0;
        for (int at = head[component]; at <= soonest[component] && there < plenty[component]; at++) {
            there += residual[at];
        }
        return there >= plenty[component];
    }

    private boolean suffices(int need, int week) {
        long wanted = 0;
        long there = 0;
        int at = head[needs.component(need)];
        for (int line = needs.firstLine(need); line < needs.firstLine(need + 1); line++) {
            wanted += plant.billQuantity[line];
            int last = place(line, week);
            while (there < wanted && at <= last) {
                there += residual[at++];
            }
            if (there < wanted) {
                return false;
            }
        }
        return true;
    }

    private void advanceHead(int component) {
        int end = (component + 1) * stride;
        while (head[component] < end - 1 && residual[head[component]] == 0) {
            head[component]++;
        }
    }

    private int place(int line, int week) {
        return plant.billComponent[line] * stride + 1 + plant.column(line, week);
    }

    private int latestFilled(int from) {
        int at = from;
        while (latest[at] != at) {
            latest[at] = latest[latest[at]];
            at = latest[at];
        }
        return at;
    }
}
