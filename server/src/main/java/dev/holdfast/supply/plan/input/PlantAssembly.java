package dev.holdfast.supply.plan.input;

import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.PlantBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Puts bills, receipts, capacity and routes together into a [Plant], and turns names and Mondays into numbers.
///
/// Weeks of rows are numbers of [Mondays]; `start` becomes build week 1.
public final class PlantAssembly {
    private final List<String> configurations;
    private final Names numbers = new Names();
    private final int start;
    private final int weeks;
    private final List<Window> needs = new ArrayList<>();
    private final List<String> unordered = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final SortedSet<String> unneeded = new TreeSet<>();
    private final SortedSet<String> unrouted = new TreeSet<>();

    private record Window(int configuration, Map<Bills.Need, Long> bill, int firstWeek, int lastWeek) {}

    /// The plant, its names, and what of the rows it did not need.
    ///
    /// @param unneeded components with supply that no configuration needs
    /// @param unrouted resources with capacity that no configuration goes through
    /// @param closed resources on a route without any capacity
    /// @param unordered configurations with a route that are none of the plant's
    public record Assembled(
            Plant plant,
            List<String> components,
            List<String> resources,
            List<String> unneeded,
            List<String> unrouted,
            List<String> closed,
            List<String> unordered) {}

    /// @param configurations in the engine's order
    public PlantAssembly(List<String> configurations, int start, int weeks) {
        this.configurations = configurations;
        this.start = start;
        this.weeks = weeks;
        configurations.forEach(numbers::number);
    }

    /// Explodes every configuration, once for each stretch of weeks in which its bills stay the same.
    ///
    /// @return the configurations with neither parts nor supply, of bills that do not take those for components
    public List<String> explode(Bills bills) {
        var bare = new ArrayList<String>();
        for (int configuration = 0; configuration < configurations.size(); configuration++) {
            String name = configurations.get(configuration);
            var begins = new TreeSet<>(bills.changes(name).subSet(start, false, start + weeks, false));
            begins.add(start);
            for (int begin : begins) {
                Integer next = begins.higher(begin);
                Map<Bills.Need, Long> bill = bills.explode(name, begin);
                if (bill.isEmpty() && !bills.hasBill(name)) {
                    bare.add(name);
                }
                needs.add(new Window(configuration, bill, begin - start + 1, next == null ? weeks : next - start));
            }
        }
        return bare;
    }

    public Assembled assemble(
            List<SupplyRows.Receipt> receipts, List<CapacityRows.Room> rooms, List<CapacityRows.Route> routes) {
        var components = new Names();
        new TreeSet<>(needs.stream()
                        .flatMap(of -> of.bill.keySet().stream())
                        .map(Bills.Need::item)
                        .toList())
                .forEach(components::number);
        var resources = new Names();
        routes.stream().map(CapacityRows.Route::resource).sorted().forEach(resources::number);
        var plant = new PlantBuilder(weeks, configurations.size(), components.size(), resources.size());
        for (Window of : needs) {
            of.bill.forEach((need, quantity) -> plant.need(
                    of.configuration,
                    components.number(need.item()),
                    quantity,
                    need.lead(),
                    of.firstWeek,
                    of.lastWeek));
        }
        addReceipts(plant, components, receipts);
        addCapacity(plant, resources, rooms, routes);
        return new Assembled(
                plant.build(),
                components.all(),
                resources.all(),
                List.copyOf(unneeded),
                List.copyOf(unrouted),
                List.copyOf(closed),
                List.copyOf(unordered));
    }

    private void addReceipts(PlantBuilder plant, Names components, List<SupplyRows.Receipt> receipts) {
        for (SupplyRows.Receipt receipt : receipts) {
            int component = components.find(receipt.component());
            if (component == Names.UNKNOWN) {
                unneeded.add(receipt.component());
            } else {
                plant.receive(component, receipt.week() - start + 1, receipt.quantity());
            }
        }
    }

    private void addCapacity(
            PlantBuilder plant, Names resources, List<CapacityRows.Room> rooms, List<CapacityRows.Route> routes) {
        var open = new TreeSet<String>();
        for (CapacityRows.Room room : rooms) {
            int resource = resources.find(room.resource());
            if (resource == Names.UNKNOWN) {
                unrouted.add(room.resource());
            } else {
                plant.capacity(resource, room.week() - start + 1, room.capacity());
                open.add(room.resource());
            }
        }
        for (CapacityRows.Route route : routes) {
            int configuration = numbers.find(route.configuration());
            if (configuration == Names.UNKNOWN) {
                unordered.add(route.configuration());
            } else {
                plant.route(configuration, resources.number(route.resource()));
            }
            if (open.add(route.resource())) {
                closed.add(route.resource());
            }
        }
    }
}
