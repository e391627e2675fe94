package dev.holdfast.supply.plan;

import org.jspecify.annotations.Nullable;

/// What is kept from newcomers because somebody who waits could be built with it.
///
/// Counts do not tell in which order the waiting of different configurations entered, so every configuration is
/// given the most it could get if it alone waited, and all of that is set aside, twice over where they share. So
/// whatever turn the next plan gives them, a newcomer has taken no part that anybody of them would have been served
/// sooner with. The price is that a newcomer may have to wait for a plan although a unit is free in the end; where
/// nobody waits there is no price.
final class SetAside {
    private final int thisWeek;
    private final int[] units;
    private final @Nullable Leftover spare;

    private SetAside(int thisWeek, int[] units, @Nullable Leftover spare) {
        this.thisWeek = thisWeek;
        this.units = units;
        this.spare = spare;
    }

    /// @param behind the week that those who wait for a configuration may not overtake
    static SetAside of(Plant plant, Leftover left, int[] waiting, int[] behind, int thisWeek) {
        var units = new int[waiting.length];
        Leftover spare = null;
        for (int configuration = 0; configuration < waiting.length; configuration++) {
            int from = Math.max(thisWeek, behind[configuration]);
            int first = waiting[configuration] == 0 ? plant.beyond() : left.first(configuration, from);
            if (first <= plant.weeks) {
                spare = spare == null ? left.copy() : spare;
                units[configuration] = take(plant, left, spare, configuration, first, waiting[configuration]);
            }
        }
        return new SetAside(thisWeek, units, spare);
    }

    /// Sets aside for everybody once under each bill: whom the competition keeps out of the weeks of one bill will want
    /// what the next one says.
    private static int take(Plant plant, Leftover left, Leftover spare, int configuration, int first, int waiting) {
        long units = 0;
        long before = 0;
        for (int week = first; week <= plant.weeks; week++) {
            boolean newBill = plant.variant(configuration, week) != plant.variant(configuration, week - 1);
            before = newBill ? 0 : before;
            long upTo = left.upTo(configuration, week, before, waiting);
            if (upTo > before) {
                spare.take(configuration, week, upTo - before);
            }
            units += upTo - before;
            before = upTo;
        }
        return (int) Math.min(units, waiting);
    }

    boolean isOf(int week) {
        return thisWeek == week;
    }

    /// How many of those who wait for a configuration have something set aside.
    int units(int configuration) {
        return units[configuration];
    }

    /// What newcomers may take from: `left` itself when nothing is set aside.
    Leftover spare(Leftover left) {
        return spare == null ? left : spare;
    }

    /// A newcomer took a unit of the spare: what is set aside, and for whom, stays as it was.
    void took(int configuration, int week) {
        if (spare != null) {
            spare.take(configuration, week, 1);
        }
    }

    SetAside copy() {
        return spare == null ? this : new SetAside(thisWeek, units, spare.copy());
    }
}
