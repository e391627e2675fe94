package dev.holdfast.supply.plan;

import java.io.DataOutput;
import java.io.IOException;

/// What can be built, from what, and what arrives when; everything a plan needs besides the line itself.
///
/// Bills are exploded: a *bill line* says how many units of one component a configuration needs at one lead
/// time. Components live on their own time line of *columns*: a unit built in week w needs a component with
/// lead time l in column `w - 1 - l + longestLead`, so a need before the first build week has a column too.
///
/// A bill may change with the build week. Each bill a configuration has over time is a *variant*: variant k is the
/// first bill of configuration k, and a chain leads from it to those that hold after it. Given the week of a unit,
/// its variant is certain, so an order's choice of a week is all there is to choose.
///
/// Bare arrays on purpose: this is the hot data of a loop that touches 147 million bill lines in a second.
public final class Plant {
    /// Units per row of a file, or per unit built. Sums over millions of orders and rows stay exact in a long.
    public static final long MAX_QUANTITY = 1_000_000_000L;

    public static final int MAX_WEEKS = 1_040;

    static final int NO_VARIANT = -1;

    final int weeks;
    final int longestLead;
    final int columns;
    final int configurations;
    final int variants;
    final int components;
    final int resources;

    /// The last build week a variant holds in, and the variant after it or [#NO_VARIANT].
    private final int[] lastWeek;

    private final int[] next;

    /// Bill lines of variant v stand from `billStart[v]` to `billStart[v + 1]`, by component, and the lines
    /// of one component by falling lead time, which is rising column.
    final int[] billStart;

    final int[] billComponent;
    final int[] billShift;
    final long[] billQuantity;

    /// Receipts per component and column; stock in hand is in the first column it can be used in.
    final long[] receipts;

    final int[] routeStart;
    final int[] route;

    /// Capacity per resource and build week, week 1 first.
    final long[] capacity;

    Plant(PlantBuilder from, Bills bills, Routes routes) {
        this.weeks = from.weeks;
        this.configurations = from.configurations;
        this.components = from.components;
        this.resources = from.resources;
        this.longestLead = bills.longestLead();
        this.columns = weeks + longestLead;
        this.variants = bills.lastWeek().length;
        this.lastWeek = bills.lastWeek();
        this.next = bills.next();
        this.billStart = bills.start();
        this.billComponent = bills.component();
        this.billShift = bills.shift();
        this.billQuantity = bills.quantity();
        this.receipts = from.receipts(columns, longestLead);
        this.routeStart = routes.start();
        this.route = routes.resource();
        this.capacity = from.capacity();
    }

    /// The plant of which `other` is a variation: the same bills, other quantities and routes.
    private Plant(Plant other, long[] billQuantity, long[] receipts, Routes routes, long[] capacity) {
        this.weeks = other.weeks;
        this.longestLead = other.longestLead;
        this.columns = other.columns;
        this.configurations = other.configurations;
        this.variants = other.variants;
        this.components = other.components;
        this.resources = capacity.length / other.weeks;
        this.lastWeek = other.lastWeek;
        this.next = other.next;
        this.billStart = other.billStart;
        this.billComponent = other.billComponent;
        this.billShift = other.billShift;
        this.routeStart = routes.start();
        this.route = routes.resource();
        this.billQuantity = billQuantity;
        this.receipts = receipts;
        this.capacity = capacity;
    }

    /// The same plant when something else arrives.
    public Plant withReceipts(Receipts other) {
        return new Plant(this, billQuantity, other.packed(columns, longestLead), routes(), capacity);
    }

    /// What arrives, to be varied and given to [#withReceipts].
    public Receipts receipts() {
        return new Receipts(receipts.clone(), columns, longestLead);
    }

    /// The same plant for a line in blocks: whoever takes their parts takes them for `size` orders at once.
    ///
    /// A resource's capacity is cut into blocks along the weeks, and what is left of one week adds to the
    /// next: capacity for less than a block would otherwise be lost every week.
    Plant inBlocksOf(int size) {
        var quantity = new long[billQuantity.length];
        for (int line = 0; line < quantity.length; line++) {
            quantity[line] = Math.multiplyExact(billQuantity[line], size);
        }
        var blocks = new long[capacity.length];
        for (int resource = 0; resource < resources; resource++) {
            long left = 0;
            for (int at = resource * weeks; at < (resource + 1) * weeks; at++) {
                left += capacity[at];
                blocks[at] = left / size;
                left -= blocks[at] * size;
            }
        }
        return new Plant(this, quantity, receipts, routes(), blocks);
    }

    /// The same bills before other receipts, routes and capacity.
    Plant with(long[] otherReceipts, Routes routes, long[] otherCapacity) {
        return new Plant(this, billQuantity, otherReceipts, routes, otherCapacity);
    }

    private Routes routes() {
        return new Routes(routeStart, route);
    }

    public int weeks() {
        return weeks;
    }

    /// The number that stands for "not within the horizon" in a plan.
    public int beyond() {
        return weeks + 1;
    }

    public int configurations() {
        return configurations;
    }

    public int components() {
        return components;
    }

    public int resources() {
        return resources;
    }

    public int billLines() {
        return billComponent.length;
    }

    /// The bill by which a unit of a configuration is built in `week`; beyond the horizon the last one.
    int variant(int configuration, int week) {
        int variant = configuration;
        while (week > lastWeek[variant] && next[variant] != NO_VARIANT) {
            variant = next[variant];
        }
        return variant;
    }

    /// The bill that holds after a variant, or [#NO_VARIANT].
    int next(int variant) {
        return next[variant];
    }

    /// The last build week that a variant holds in.
    int lastWeek(int variant) {
        return lastWeek[variant];
    }

    boolean changesBill(int configuration) {
        return next[configuration] != NO_VARIANT;
    }

    /// Whether an order that moves to an earlier week can free what its bill there does not need.
    boolean changesBills() {
        return variants > configurations;
    }

    /// Whether any unit of a component arrives within the horizon.
    public boolean isSupplied(int component) {
        for (int at = component * columns; at < (component + 1) * columns; at++) {
            if (receipts[at] > 0) {
                return true;
            }
        }
        return false;
    }

    /// Writes every number that can change a plan; two plants that write the same bytes are the same plant.
    public void writeTo(DataOutput out) throws IOException {
        for (int one : new int[] {weeks, longestLead, configurations, variants, components, resources}) {
            out.writeInt(one);
        }
        for (int[] part : new int[][] {lastWeek, next, billStart, billComponent, billShift, routeStart, route}) {
            for (int one : part) {
                out.writeInt(one);
            }
        }
        for (long[] part : new long[][] {billQuantity, receipts, capacity}) {
            for (long one : part) {
                out.writeLong(one);
            }
        }
    }

    /// The column in which bill line `line` is needed by a unit built in `week`.
    int column(int line, int week) {
        return week + billShift[line];
    }

    boolean usesCapacity(int configuration) {
        return routeStart[configuration] < routeStart[configuration + 1];
    }

    @SuppressWarnings("ArrayRecordComponent") // carries freshly packed arrays into the constructor
    record Bills(
            int longestLead, int[] start, int[] component, int[] shift, long[] quantity, int[] lastWeek, int[] next) {}

    @SuppressWarnings("ArrayRecordComponent") // as above
    record Routes(int[] start, int[] resource) {}
}
