package dev.holdfast.launch;

import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/// The live orders of a launch in entry order, as of one sequence of its journal: what a plan run starts
/// from.
///
/// Columns and not objects, because a line may hold millions. An order is named by its index, from 0;
/// offers, regions and stores by theirs in [#offers()], [#regions()] and [#stores()]; days are days since
/// 1970-01-01.
public final class LineSnapshot {
    /// In place of an index or a day: there is none.
    public static final int NONE = Integer.MIN_VALUE;

    private final int launch;
    private final long sequence;
    private final LineColumns columns;
    private final List<String> offers;
    private final List<String> regions;
    private final List<String> stores;
    private final int[] transitWeeks;

    /// @param sequence of the last journal row that it knows
    /// @param columns added in entry order, and not changed from here on
    public LineSnapshot(
            LaunchDefinition definition,
            int launch,
            long sequence,
            LineColumns columns,
            List<String> offers,
            List<String> regions,
            List<String> stores) {
        this.launch = launch;
        this.sequence = sequence;
        this.columns = columns;
        this.offers = List.copyOf(offers);
        this.regions = List.copyOf(regions);
        this.stores = List.copyOf(stores);
        this.transitWeeks = regions.stream().mapToInt(definition::transitWeeks).toArray();
    }

    private LineSnapshot(LineSnapshot other, LineColumns columns) {
        this.launch = other.launch;
        this.sequence = other.sequence;
        this.columns = columns;
        this.offers = other.offers;
        this.regions = other.regions;
        this.stores = other.stores;
        this.transitWeeks = other.transitWeeks;
    }

    /// The same line without some of its orders.
    ///
    /// @param out by index
    public LineSnapshot without(BitSet out) {
        return out.isEmpty() ? this : new LineSnapshot(this, columns.without(out));
    }

    public int launch() {
        return launch;
    }

    /// Of the last journal row that it knows.
    public long sequence() {
        return sequence;
    }

    public int size() {
        return columns.size;
    }

    public List<String> offers() {
        return offers;
    }

    public List<String> regions() {
        return regions;
    }

    public List<String> stores() {
        return stores;
    }

    public OrderId order(int i) {
        return new OrderId(new UUID(columns.high[i], columns.low[i]));
    }

    /// The first half of the order's id, for who keeps many.
    public long idHigh(int i) {
        return columns.high[i];
    }

    public long idLow(int i) {
        return columns.low[i];
    }

    /// Another than at first where a change does not keep it.
    public long position(int i) {
        return columns.position[i];
    }

    /// The position at which it came, by which it is known for ever: its id holds it.
    public long firstPosition(int i) {
        return OrderId.position(columns.high[i]);
    }

    /// Grows with the index.
    public long entered(int i) {
        return columns.entered[i];
    }

    public int offer(int i) {
        return columns.offer[i];
    }

    /// [#NONE] where the launch has no regions.
    public int region(int i) {
        return columns.region[i];
    }

    /// [#NONE] when the fan named none.
    public int store(int i) {
        return columns.store[i];
    }

    public OrderState state(int i) {
        return columns.state[i];
    }

    /// The Monday of its current window; [#NONE]: it waits.
    public int promised(int i) {
        return columns.promised[i];
    }

    /// The Monday of its delivery week before transit, as a [SupplyLine] has it; [#NONE]: it waits.
    public int week(int i) {
        return promised(i) == NONE ? NONE : promised(i) - 7 * transitWeeks(i);
    }

    /// Whole weeks of transit to the order's region.
    public int transitWeeks(int i) {
        return region(i) == NONE ? 0 : transitWeeks[region(i)];
    }

    /// How often the window was moved later, or taken away, since its fan agreed to it.
    public int slips(int i) {
        return columns.slips[i];
    }
}
