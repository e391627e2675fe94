package dev.holdfast.supply.master;

import dev.holdfast.supply.plan.input.Row;
import dev.holdfast.supply.plan.input.SupplyRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `stock` says lies in hand.
final class StockRows {
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /// @param asOf the day at whose end it lay there
    record Count(long onHand, long quarantined, LocalDate asOf) {}

    void add(Row row) {
        String component = row.name("component");
        long onHand = row.whole("onHand", 0, SupplyRows.MAX_RECEIPT);
        long quarantined = row.whole("quarantined", 0, SupplyRows.MAX_RECEIPT);
        LocalDate asOf = CalendarRows.date(row, "asOf");
        if (quarantined > onHand) {
            row.refuse("quarantined", row.text("quarantined"), "is more than the " + onHand + " on hand");
        }
        if (asOf != null
                && row.isGood()
                && counts.putIfAbsent(component, new Count(onHand, quarantined, asOf)) != null) {
            row.refuse("component", component, "is given twice");
        }
    }

    Map<String, Count> counts() {
        return counts;
    }
}
