package dev.holdfast.delivery.allocation;

import java.util.Arrays;

/// Matches units to orders.
///
/// One walk along the line in entry order. Who holds a unit that is fit for use keeps it. Who waits takes the
/// first unit of their configuration that is in their region, and where there is none the first that may
/// still go anywhere. In that order, because a unit in another region is of no use to them, and one that may
/// go anywhere is of use to everybody behind them: so whoever is ahead is served if any matching could serve
/// them and all in front of them. [AllocationTest] holds that against every matching there is.
///
/// Who loses a unit, because it was damaged, takes the next one that is free as who came that early does;
/// nobody who holds one gives theirs up for it. Who postpones is passed over, which gives a unit to somebody
/// behind and takes none from anybody.
public final class Allocation {
    /// In place of a number: there is none.
    public static final int NONE = -1;

    /// Why an order has its unit, or has none.
    public enum Why {
        /// It had it before.
        KEPT,
        /// The first of its configuration in its region.
        IN_REGION,
        /// None was in its region; the first of its configuration that may go anywhere.
        FROM_ANYWHERE,
        /// No unit of its configuration is free for its region.
        WAITS,
        /// Its fan wants it later.
        POSTPONED
    }

    /// @param unitOf for each order the index of its unit, or [#NONE]
    /// @param why    for each order
    /// @param ahead  for each order that waits, how many of its configuration and region wait in front of it
    @SuppressWarnings("ArrayRecordComponent") // columns; nobody compares two answers but tests, field by field
    public record Given(int[] unitOf, Why[] why, int[] ahead) {}

    private final Waiting orders;
    private final Stock stock;
    private final int regions;
    /// For each pool the first unit that is free, and for each unit the next one of its pool.
    private final int[] first;

    private final int[] next;

    private Allocation(Waiting orders, Stock stock, int configurations, int regions) {
        this.orders = orders;
        this.stock = stock;
        this.regions = regions;
        this.first = new int[configurations * (regions + 1)];
        this.next = new int[stock.size()];
    }

    /// @param configurations how many there are: numbers from 0
    /// @param regions the same
    public static Given give(Waiting orders, Stock stock, int configurations, int regions) {
        return new Allocation(orders, stock, configurations, regions).give();
    }

    private Given give() {
        int size = orders.size();
        var unitOf = new int[size];
        var why = new Why[size];
        var ahead = new int[size];
        boolean[] taken = kept(unitOf);
        pools(taken);
        var waiting = new int[first.length];
        for (int order = 0; order < size; order++) {
            int pool = pool(orders.configuration()[order], orders.region()[order]);
            int anywhere = pool(orders.configuration()[order], NONE);
            if (unitOf[order] != NONE) {
                why[order] = Why.KEPT;
            } else if (orders.postponed()[order]) {
                why[order] = Why.POSTPONED;
            } else if (first[pool] != NONE) {
                unitOf[order] = take(pool);
                why[order] = pool == anywhere ? Why.FROM_ANYWHERE : Why.IN_REGION;
            } else if (first[anywhere] != NONE) {
                unitOf[order] = take(anywhere);
                why[order] = Why.FROM_ANYWHERE;
            } else {
                why[order] = Why.WAITS;
                ahead[order] = waiting[pool]++;
            }
        }
        return new Given(unitOf, why, ahead);
    }

    /// @return which units are not to be had
    private boolean[] kept(int[] unitOf) {
        var taken = new boolean[stock.size()];
        for (int order = 0; order < unitOf.length; order++) {
            int unit = orders.holds()[order];
            boolean keeps = unit != NONE && stock.usable()[unit] && !orders.postponed()[order] && !taken[unit];
            unitOf[order] = keeps ? unit : NONE;
            if (keeps) {
                taken[unit] = true;
            }
        }
        return taken;
    }

    /// Strings the free units of each configuration and region together, from the last to the first.
    private void pools(boolean[] taken) {
        Arrays.fill(first, NONE);
        for (int unit = stock.size() - 1; unit >= 0; unit--) {
            if (stock.usable()[unit] && !taken[unit]) {
                int pool = pool(stock.configuration()[unit], stock.region()[unit]);
                next[unit] = first[pool];
                first[pool] = unit;
            }
        }
    }

    private int take(int pool) {
        int unit = first[pool];
        first[pool] = next[unit];
        return unit;
    }

    private int pool(int configuration, int region) {
        return configuration * (regions + 1) + region + 1;
    }
}
