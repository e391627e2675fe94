package dev.holdfast.supply.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The open end of a line: where intake puts one order after the other, each a step of the plan.
///
/// Everything follows from counts: how many units of each configuration are there, how many are built in each week,
/// how many orders wait without a week, and the furthest week given. So instances that saw the same orders agree, and a
/// checkpoint
/// is those counts. A newcomer gets the first week that is left, never before the furthest one of the same
/// configuration: without that a release would let it overtake. What is free while somebody waits is [SetAside].
///
/// A unit may be built before the week it is promised for. All that is kept is that by every week as many are built
/// as promised, and that each week's builds can be carried out; so a release gives back the latest build that the
/// released order could have been meant by, and nobody else's promise is touched.
///
/// One thread drives an instance. Once nobody drives it any more, any number may ask.
public final class OpenLine {
    private final Plant plant;
    private final LineCounts counts;
    private final Leftover left;
    /// Both worked out when asked for and dropped by the next step; whoever else works them out gets the same.
    private @Nullable SetAside aside;

    private @Nullable Remaining remaining;

    /// @param counts taken over, not copied
    public OpenLine(Plant plant, LineCounts counts) {
        this.plant = plant;
        this.counts = counts;
        this.left = new Leftover(plant);
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            for (int week = 1; week <= plant.weeks; week++) {
                if (counts.built(configuration, week) > 0) {
                    left.take(configuration, week, counts.built(configuration, week));
                }
            }
        }
    }

    private OpenLine(OpenLine other) {
        this.plant = other.plant;
        this.counts = other.counts.copy();
        this.left = other.left.copy();
        this.aside = other.aside == null ? null : other.aside.copy();
        this.remaining = other.remaining;
    }

    public OpenLine copy() {
        return new OpenLine(this);
    }

    public Plant plant() {
        return plant;
    }

    /// To be read only.
    public LineCounts counts() {
        return counts;
    }

    /// The week the next order of a configuration would get; beyond the horizon when it would wait.
    ///
    /// @param thisWeek nothing is built before: supply of past weeks is in stock, capacity of past weeks is gone
    public int quote(int configuration, int thisWeek) {
        return spare(thisWeek).first(configuration, Math.max(thisWeek, counts.furthest(configuration)));
    }

    /// Puts one more order behind everybody, with a week or to wait for one.
    ///
    /// @return what [#quote] would have said
    public int take(int configuration, int thisWeek) {
        int week = quote(configuration, thisWeek);
        enter(configuration, week, week);
        return week;
    }

    /// Puts one more order behind everybody with a week that was decided elsewhere, be it possible here or not.
    public void taken(int configuration, int week) {
        if (aside != null && aside.spare(left).first(configuration, week) != week) {
            aside = null;
        }
        enter(configuration, week, week);
    }

    /// Puts an order that was promised `week` under an earlier plan behind everybody: in that week if it can be built
    /// by then, and then just in time, which leaves the most to those behind; else in the first week after.
    ///
    /// @param week beyond the horizon for one that waited
    /// @return the week it is promised now, never an earlier one
    public int keep(int configuration, int week, int thisWeek) {
        int wanted = Math.max(Math.max(week, thisWeek), counts.furthest(configuration));
        int built = spare(thisWeek).last(configuration, thisWeek, wanted);
        if (week >= plant.beyond() || built == 0) {
            return take(configuration, thisWeek);
        }
        enter(configuration, built, wanted);
        return wanted;
    }

    /// Takes one order out of the line that was given `week`, beyond the horizon for one that waited. One whose unit is
    /// there leaves it to somebody for whom nothing has to be built then.
    public void release(int configuration, int week) {
        boolean waited = counts.waiting(configuration) > 0 || counts.there(configuration) == 0;
        if (week >= plant.beyond() && waited) {
            counts.leaves(configuration, plant.beyond());
        } else {
            int built = counts.builtFor(configuration, week);
            if (built == 0) {
                counts.leavesUnit(configuration);
            } else {
                counts.leaves(configuration, built);
                left.take(configuration, built, -1);
            }
        }
        aside = null;
        remaining = null;
    }

    /// Units free for the next buyers of a configuration; those who wait for it without a unit set aside count against.
    public long remaining(int configuration, int thisWeek) {
        Remaining known = remaining;
        if (known == null || known.thisWeek != thisWeek) {
            known = new Remaining(thisWeek, plant.configurations);
            remaining = known;
        }
        if (known.units[configuration] == Remaining.UNKNOWN) {
            int from = Math.max(thisWeek, counts.furthest(configuration));
            long units = spare(thisWeek).units(configuration, from);
            known.units[configuration] = (int) Math.min(Integer.MAX_VALUE, units);
        }
        return (long) known.units[configuration] - unserved(configuration, thisWeek);
    }

    private void enter(int configuration, int built, int promised) {
        if (built < plant.beyond()) {
            left.take(configuration, built, 1);
            if (aside != null) {
                aside.took(configuration, built);
            }
        } else if (aside != null && aside.units(configuration) == counts.waiting(configuration)) {
            aside = null; // nobody of its kind waited in vain so far, so something may be there for one more
        }
        counts.enters(configuration, built, promised);
        remaining = null;
    }

    private Leftover spare(int thisWeek) {
        return counts.nobodyWaits() ? left : aside(thisWeek).spare(left);
    }

    private int unserved(int configuration, int thisWeek) {
        int waiting = counts.waiting(configuration);
        return waiting == 0 ? 0 : waiting - aside(thisWeek).units(configuration);
    }

    private SetAside aside(int thisWeek) {
        SetAside known = aside;
        if (known == null || !known.isOf(thisWeek)) {
            known = counts.setAside(plant, left, thisWeek);
            aside = known;
        }
        return known;
    }

    /// Units of each configuration as far as anybody asked: with capacity they cost a walk over the weeks, and a
    /// page that shows every offer asks for all of them.
    private static final class Remaining {
        static final int UNKNOWN = -1;

        final int thisWeek;
        final int[] units;

        Remaining(int thisWeek, int configurations) {
            this.thisWeek = thisWeek;
            this.units = new int[configurations];
            Arrays.fill(units, UNKNOWN);
        }
    }
}
