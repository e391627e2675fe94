package dev.holdfast.supply.plan.files;

import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.input.Bills;
import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.PlantAssembly;
import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.SupplyRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts the rows of all files together into a [PlanInput].
final class Assembly {
    private final LineRows line;
    private final SupplyRows supply;
    private final CapacityRows capacity;
    private final int start;
    private final Options options;
    private final PlantAssembly plant;

    Assembly(LineRows line, SupplyRows supply, CapacityRows capacity, Options options) {
        this.line = line;
        this.supply = supply;
        this.capacity = capacity;
        this.options = options;
        Integer given = options.start();
        this.start = given == null ? supply.firstWeek().orElse(0) : given;
        this.plant = new PlantAssembly(line.configurations.all(), start, options.weeks());
    }

    /// Explodes every configuration that somebody ordered; what has no supply is a fault.
    void explode(Bills bills, Faults faults) {
        int[] firstRows = line.firstRows();
        for (String bare : plant.explode(bills)) {
            faults.add(
                    PlanningFile.LINE.label,
                    firstRows[line.configurations.find(bare)],
                    "configuration",
                    bare,
                    "has neither children in bom.csv nor rows in supply.csv");
        }
    }

    PlanInput input() {
        var assembled = plant.assemble(supply.receipts(), capacity.rooms(), capacity.routes());
        return new PlanInput(
                assembled.plant(),
                engineLine(),
                Arrays.copyOf(line.position, line.orders),
                line.configurations.all(),
                assembled.components(),
                assembled.resources(),
                start,
                notes(assembled));
    }

    private static List<String> notes(PlantAssembly.Assembled assembled) {
        var notes = new ArrayList<String>();
        assembled.unneeded().forEach(name -> notes.add("supply.csv: no configuration in line.csv needs " + name));
        assembled.unrouted().forEach(name -> notes.add("capacity.csv: routing.csv sends nothing through " + name));
        assembled.unordered().forEach(name -> notes.add("routing.csv: nobody in line.csv ordered " + name));
        assembled
                .closed()
                .forEach(name -> notes.add("routing.csv: " + name + " has no capacity in any week of capacity.csv"));
        return notes;
    }

    private Line engineLine() {
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
