package dev.holdfast.supply.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Gathers needs, receipts, capacity and routes in any order, and packs them into a [Plant].
public final class PlantBuilder {
    final int weeks;
    final int configurations;
    final int components;
    final int resources;

    private final List<TreeMap<Need, Long>> needs = new ArrayList<>();
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
            needs.add(new TreeMap<>(Need.ORDER));
            routes.add(new TreeSet<>());
        }
    }

    /// One unit built in week w takes `quantity` of the component in week `w - leadWeeks`; further needs add up.
    public PlantBuilder need(int configuration, int component, long quantity, int leadWeeks) {
        if (quantity < 1 || leadWeeks < 0) {
            throw new IllegalArgumentException(
                    "A need is at least 1 unit at a lead of 0 weeks or more, not " + quantity + " at " + leadWeeks);
        }
        needs.get(configuration).merge(new Need(component, leadWeeks), quantity, Math::addExact);
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
        int lines = needs.stream().mapToInt(TreeMap::size).sum();
        int longestLead = needs.stream()
                .flatMap(bill -> bill.keySet().stream())
                .mapToInt(Need::leadWeeks)
                .max()
                .orElse(0);
        var start = new int[configurations + 1];
        var component = new int[lines];
        var shift = new int[lines];
        var quantity = new long[lines];
        int line = 0;
        for (int configuration = 0; configuration < configurations; configuration++) {
            for (var need : needs.get(configuration).entrySet()) {
                component[line] = need.getKey().component;
                shift[line] = longestLead - need.getKey().leadWeeks - 1;
                quantity[line++] = need.getValue();
            }
            start[configuration + 1] = line;
        }
        return new Plant.Bills(longestLead, start, component, shift, quantity);
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

    private record Need(int component, int leadWeeks) {
        /// By component, then the longest lead first, so that columns rise along a bill.
        static final Comparator<Need> ORDER = Comparator.comparingInt(Need::component)
                .thenComparing(Comparator.comparingInt(Need::leadWeeks).reversed());
    }
}
