package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.input.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What `components` and `suppliers` say: what is bought, and from whom.
final class PartyRows {
    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Set<String> suppliers = new LinkedHashSet<>();

    void addComponent(Row row) {
        String component = row.name("component");
        long buffer = row.text("buffer").isEmpty() ? 0 : row.whole("buffer", 0, Plant.MAX_QUANTITY);
        var given = new Component(component, row.text("nameEn"), row.text("nameZh"), row.text("supplier"), buffer);
        if (row.isGood() && components.putIfAbsent(component, given) != null) {
            row.refuse("component", component, "is given twice");
        }
    }

    void addSupplier(Row row) {
        String supplier = row.name("supplier");
        if (row.isGood() && !suppliers.add(supplier)) {
            row.refuse("supplier", supplier, "is given twice");
        }
    }

    Map<String, Component> components() {
        return components;
    }

    Set<String> suppliers() {
        return suppliers;
    }
}
