package dev.holdfast.supply.plan;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/// Writes the synthetic plant as planning files for `holdfast plan`: `in` without promises, or with those of LINE
/// before six components slipped. Arguments: folder, orders, and `slipped` for the latter.
public final class WriteFolder {
    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final long SEED = 1;

    private final Path folder;
    private final Plant plant;
    private final Line line;

    private WriteFolder(Path folder, Plant plant, Line line) {
        this.folder = folder;
        this.plant = plant;
        this.line = line;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int orders = Integer.parseInt(arguments[1]);
        boolean slips = arguments.length > 2 && arguments[2].equals("slipped");
        var synthetic = new SyntheticPlant(SEED, orders);
        Plant plant = synthetic.plant(false);
        Line line = synthetic.line(SyntheticPlant.noPromises(orders));
        if (slips) {
            line = synthetic.line(Rule.LINE.plan(plant, line).week());
            plant = new SyntheticPlant(SEED, orders).plant(true);
        }
        new WriteFolder(folder, plant, line).write();
    }

    private void write() throws IOException {
        try (var bom = open("bom.csv", "parent,child,quantity,leadTimeWeeks");
                var routing = open("routing.csv", "configuration,resource")) {
            for (int k = 0; k < plant.configurations; k++) {
                for (int at = plant.billStart[k]; at < plant.billStart[k + 1]; at++) {
                    int lead = plant.longestLead - 1 - plant.billShift[at];
                    bom.println(
                            "car%d,part%d,%d,%d".formatted(k, plant.billComponent[at], plant.billQuantity[at], lead));
                }
                for (int at = plant.routeStart[k]; at < plant.routeStart[k + 1]; at++) {
                    routing.println("car%d,shop%d".formatted(k, plant.route[at]));
                }
            }
        }
        try (var supply = open("supply.csv", "component,week,quantity")) {
            for (int at = 0; at < plant.receipts.length; at++) {
                LocalDate week = monday(at % plant.columns + 1 - plant.longestLead);
                supply.println("part%d,%s,%d".formatted(at / plant.columns, week, plant.receipts[at]));
            }
        }
        try (var capacity = open("capacity.csv", "resource,week,capacity")) {
            for (int at = 0; at < plant.capacity.length; at++) {
                LocalDate week = monday(at % plant.weeks + 1);
                capacity.println("shop%d,%s,%d".formatted(at / plant.weeks, week, plant.capacity[at]));
            }
        }
        writeLine();
    }

    private void writeLine() throws IOException {
        try (var out = open("line.csv", "position,configuration,promised")) {
            for (int order = 0; order < line.orders(); order++) {
                boolean isPromised = line.isPromised(order) && line.promised()[order] <= plant.weeks;
                out.print(order + 1);
                out.print(",car" + line.configuration()[order] + ",");
                out.println(isPromised ? monday(line.promised()[order]).toString() : "");
            }
        }
    }

    private PrintWriter open(String name, String header) throws IOException {
        var out = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
        out.println(header);
        return out;
    }

    private static LocalDate monday(int week) {
        return START.plusWeeks(week - 1L);
    }
}
