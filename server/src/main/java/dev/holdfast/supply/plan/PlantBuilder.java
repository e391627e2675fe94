package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Gathers needs, receipts, capacity and routes in any order, and packs them into a [Plant].
public final class PlantBuilder {
    final int weeks;
    final int configurations;
    final int components;
    final int resources;

    private final List<WeeklyBill> needs = new ArrayList<>();
    private final List<TreeSet<Integer>> routes = new ArrayList<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final long[] capacity;

    public PlantBuilder(int weeks, int configurations, int components, int resources) {
        if (weeks < 1 || weeks > Plant.MAX_WEEKS) {
            throw new IllegalArgumentException("A plan covers 1 to " + Plant.MAX_WEEKS + " weeks, not " + weeks);
        }
        this.weeks = weeks;
        this.configurations = configurations;
        this.components = components;
        this.resources = resources;
        this.capacity = new long[resources * weeks];
        for (int configuration = 0; configuration < configurations; configuration++) {
            needs.add(new WeeklyBill());
            routes.add(new TreeSet<>());
        }
    }

    /// One unit built in week w takes `quantity` of the component in week `w - leadWeeks`; further needs add up.
    public PlantBuilder need(int configuration, int component, long quantity, int leadWeeks) {
        return need(configuration, component, quantity, leadWeeks, 1, weeks);
    }

    /// The same for units built from `firstWeek` to `lastWeek` only.
    public PlantBuilder need(
            int configuration, int component, long quantity, int leadWeeks, int firstWeek, int lastWeek) {
        if (quantity < 1 || leadWeeks < 0) {
            throw new IllegalArgumentException(
                    "A need is at least 1 unit at a lead of 0 weeks or more, not " + quantity + " at " + leadWeeks);
        }
        needs.get(configuration).add(component, leadWeeks, quantity, firstWeek, lastWeek);
        return this;
    }

    /// `quantity` units become usable in `week`; a week before 1 means they are in stock from then on.
    public PlantBuilder receive(int component, int week, long quantity) {
        receipts.add(new Receipt(component, week, quantity));
        return this;
    }

    public PlantBuilder capacity(int resource, int week, long units) {
        if (week >= 1 && week <= weeks) {
            capacity[resource * weeks + week - 1] = Math.addExact(capacity[resource * weeks + week - 1], units);
        }
        return this;
    }

    public PlantBuilder route(int configuration, int resource) {
        routes.get(configuration).add(resource);
        return this;
    }

    public Plant build() {
        return new Plant(this, bills(), packedRoutes());
    }

    long[] capacity() {
        return capacity.clone();
    }

    long[] receipts(int columns, int longestLead) {
        var packed = new long[components * columns];
        for (Receipt receipt : receipts) {
            int column = Math.max(0, receipt.week - 1 + longestLead);
            if (column < columns) {
                int at = receipt.component * columns + column;
                packed[at] = Math.addExact(packed[at], receipt.quantity);
            }
        }
        return packed;
    }

    private Plant.Bills bills() {
        var bills = new BillPacking(weeks);
        for (int configuration = 0; configuration < configurations; configuration++) {
            bills.add(needs.get(configuration).periods(weeks));
        }
        return bills.packed();
    }

    private Plant.Routes packedRoutes() {
        var start = new int[configurations + 1];
        for (int configuration = 0; configuration < configurations; configuration++) {
            start[configuration + 1] =
                    start[configuration] + routes.get(configuration).size();
        }
        var resource = routes.stream()
                .flatMap(TreeSet::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        return new Plant.Routes(start, resource);
    }

    private record Receipt(int component, int week, long quantity) {}
}
