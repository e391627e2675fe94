package dev.holdfast.launch;

import java.util.Arrays;
import java.util.List;

/// Every window that the live orders of a launch were ever given, in entry order: what figures over time
/// are made from.
///
/// Columns and not objects, because a line may hold millions. An order is named by its index, from 0; its
/// promises stand from [#start] of it to that of the next. Days are days since 1970-01-01.
public final class PromiseHistory {
    /// In place of an index or a day: there is none.
    public static final int NONE = LineSnapshot.NONE;

    private final List<String> offers;
    private final List<String> regions;
    private int orders;
    private int promises;
    private int[] offer = new int[16];
    private int[] region = new int[16];
    private int[] delivered = new int[16];
    private int[] start = new int[16];
    private int[] made = new int[16];
    private int[] promised = new int[16];
    private int[] run = new int[16];

    /// @param offers names that grow while orders are added
    public PromiseHistory(List<String> offers, List<String> regions) {
        this.offers = offers;
        this.regions = regions;
    }

    /// Adds the next order; its promises follow.
    public void order(int ofOffer, int ofRegion, int deliveredOn) {
        offer = room(offer, orders);
        region = room(region, orders);
        delivered = room(delivered, orders);
        start = room(start, orders);
        offer[orders] = ofOffer;
        region[orders] = ofRegion;
        delivered[orders] = deliveredOn;
        start[orders++] = promises;
    }

    /// Adds a promise to the order added last.
    public void promise(int madeOn, int monday, int byRun) {
        made = room(made, promises);
        promised = room(promised, promises);
        run = room(run, promises);
        made[promises] = madeOn;
        promised[promises] = monday;
        run[promises++] = byRun;
    }

    private static int[] room(int[] column, int at) {
        return at < column.length ? column : Arrays.copyOf(column, column.length * 2);
    }

    public int size() {
        return orders;
    }

    public List<String> offers() {
        return List.copyOf(offers);
    }

    public List<String> regions() {
        return List.copyOf(regions);
    }

    public int offer(int order) {
        return offer[order];
    }

    /// [#NONE] where the launch has no regions.
    public int region(int order) {
        return region[order];
    }

    /// [#NONE] while it is not.
    public int delivered(int order) {
        return delivered[order];
    }

    /// The first promise of an order; that of the order after the last is the number of all promises.
    public int start(int order) {
        return order == orders ? promises : start[order];
    }

    /// The day a promise was made on.
    public int made(int promise) {
        return made[promise];
    }

    /// The Monday of a promised window; [#NONE]: the order waited.
    public int promised(int promise) {
        return promised[promise];
    }

    /// The plan run that made a promise; 0: none did.
    public int run(int promise) {
        return run[promise];
    }
}
