package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Row;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the files of a launch say together; a file that was not given says nothing.
final class Tables {
    final ProductRows products;
    final PartyRows parties = new PartyRows();
    final CalendarRows calendar = new CalendarRows();
    final CapacityRows capacity = new CapacityRows();
    final StockRows stock = new StockRows();

    /// Every value of every column by file, with the line it stands in first: what one file says of another.
    private final Map<MasterFile, Map<String, Map<String, Long>>> values = new EnumMap<>(MasterFile.class);

    Tables(Faults faults) {
        this.products = new ProductRows(faults);
    }

    /// Says that a file was given, whether or not it has rows.
    void give(MasterFile file) {
        values.put(file, new LinkedHashMap<>());
    }

    void add(MasterFile file, Row row) {
        for (String column : Set.of("configuration", "component", "supplier", "resource")) {
            values.computeIfAbsent(file, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(column, _ -> new LinkedHashMap<>())
                    .putIfAbsent(row.text(column), row.line());
        }
        switch (file) {
            case CONFIGURATIONS -> products.addConfiguration(row);
            case OPTIONS -> products.addOption(row);
            case BOM -> products.addPart(row);
            case COMPONENTS -> parties.addComponent(row);
            case SUPPLIERS -> parties.addSupplier(row);
            case RESOURCES -> calendar.addResource(row);
            case CAPACITY -> capacity.addRoom(row);
            case HOLIDAYS -> calendar.addHoliday(row);
            case ROUTING -> capacity.addRoute(row);
            case STOCK -> stock.add(row);
        }
    }

    boolean isGiven(MasterFile file) {
        return values.containsKey(file);
    }

    /// The values of a column and the line each stands in first; empty ones left out.
    Map<String, Long> values(MasterFile file, String column) {
        var found = new LinkedHashMap<>(values.getOrDefault(file, Map.of()).getOrDefault(column, Map.of()));
        found.remove("");
        return found;
    }
}
