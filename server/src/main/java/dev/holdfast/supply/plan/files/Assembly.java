package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.PlantBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Puts the rows of all files together into a [PlanInput]: explodes the bills and turns names and dates into numbers.
final class Assembly {
    private final LineRows line;
    private final SupplyRows supply;
    private final CapacityRows capacity;
    private final Map<Integer, Map<Bills.Need, Long>> needs = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    Assembly(LineRows line, SupplyRows supply, CapacityRows capacity) {
        this.line = line;
        this.supply = supply;
        this.capacity = capacity;
    }

    /// Explodes every configuration that somebody ordered; what has no supply is a fault.
    void explode(Bills bills) {
        int[] firstRows = line.firstRows();
        for (int configuration = 0; configuration < line.configurations.size(); configuration++) {
            needs.put(configuration, bills.explode(line.configurations.name(configuration), firstRows[configuration]));
        }
    }

    PlanInput input(Options options) {
        Integer given = options.start();
        int start = given == null ? supply.firstWeek().orElse(0) : given;
        var components = new Names();
        new TreeSet<>(needs.values().stream()
                        .flatMap(of -> of.keySet().stream())
                        .map(Bills.Need::item)
                        .toList())
                .forEach(components::number);
        var resources = new Names();
        capacity.routes().stream().map(CapacityRows.Route::resource).sorted().forEach(resources::number);
        var plant = new PlantBuilder(options.weeks(), line.configurations.size(), components.size(), resources.size());
        addNeeds(plant, components);
        addSupply(plant, components, start);
        addCapacity(plant, resources, start);
        return new PlanInput(
                plant.build(),
                engineLine(options, start),
                Arrays.copyOf(line.position, line.orders),
                line.configurations.all(),
                components.all(),
                resources.all(),
                start,
                notes);
    }

    private void addNeeds(PlantBuilder plant, Names components) {
        needs.forEach((configuration, bill) -> bill.forEach(
                (need, quantity) -> plant.need(configuration, components.number(need.item()), quantity, need.lead())));
    }

    private void addSupply(PlantBuilder plant, Names components, int start) {
        var unused = new TreeSet<String>();
        for (SupplyRows.Receipt receipt : supply.receipts()) {
            int component = components.find(receipt.component());
            if (component == Names.UNKNOWN) {
                unused.add(receipt.component());
            } else {
                plant.receive(component, receipt.week() - start + 1, receipt.quantity());
            }
        }
        unused.forEach(name -> notes.add("supply.csv: no configuration in line.csv needs " + name));
    }

    private void addCapacity(PlantBuilder plant, Names resources, int start) {
        var unused = new TreeSet<String>();
        var open = new TreeSet<String>();
        for (CapacityRows.Room room : capacity.rooms()) {
            int resource = resources.find(room.resource());
            if (resource == Names.UNKNOWN) {
                unused.add(room.resource());
            } else {
                plant.capacity(resource, room.week() - start + 1, room.capacity());
                open.add(room.resource());
            }
        }
        unused.forEach(name -> notes.add("capacity.csv: routing.csv sends nothing through " + name));
        for (CapacityRows.Route route : capacity.routes()) {
            int configuration = line.configurations.find(route.configuration());
            if (configuration == Names.UNKNOWN) {
                notes.add("routing.csv: nobody in line.csv ordered " + route.configuration());
            } else {
                plant.route(configuration, resources.number(route.resource()));
            }
            if (open.add(route.resource())) {
                notes.add("routing.csv: " + route.resource() + " has no capacity in any week of capacity.csv");
            }
        }
    }

    private Line engineLine(Options options, int start) {
        int orders = line.orders;
        var promised = new int[orders];
        var notBefore = new int[orders];
        boolean[] frozen = Arrays.copyOf(line.frozen, orders);
        Integer horizon = options.frozenWeeks();
        for (int order = 0; order < orders; order++) {
            boolean isPromised = line.promised[order] != Row.NO_WEEK;
            promised[order] = isPromised ? line.promised[order] - start + 1 : Line.NONE;
            notBefore[order] = line.notBefore[order] == Row.NO_WEEK ? 1 : line.notBefore[order] - start + 1;
            frozen[order] |= horizon != null && isPromised && promised[order] - 1 <= horizon;
        }
        return new Line(
                Arrays.copyOf(line.configuration, orders),
                promised,
                notBefore,
                frozen,
                Arrays.copyOf(line.band, orders));
    }
}
