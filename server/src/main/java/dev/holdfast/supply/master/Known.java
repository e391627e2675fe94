package dev.holdfast.supply.master;

import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.FileStore.Stored;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was known about a launch's supply at an event.
///
/// @param curves receipts of the uploaded curve, by offer
record Known(
        long event, Map<MasterFile, Stored> files, Tables tables, Standing standing, List<CurveStore.Receipt> curves) {

    /// The last count of every component: the file of stock, and single counts that came after it.
    Map<String, StockRows.Count> counted() {
        var counted = new LinkedHashMap<>(tables.stock.counts());
        Stored file = files.get(MasterFile.STOCK);
        long told = file == null ? 0 : file.version().event();
        for (SupplyEvent count : standing.last(Standing.COUNT)) {
            LocalDate asOf = count.week();
            Long onHand = count.quantity();
            Long quarantined = count.quarantined();
            if (count.number() > told && asOf != null && onHand != null && quarantined != null) {
                counted.put(count.subject(), new StockRows.Count(onHand, quarantined, asOf));
            }
        }
        return counted;
    }

    /// The items that are bought or counted as they are, so that their own parts do not matter.
    Set<String> supplied() {
        var supplied = new LinkedHashSet<>(counted().keySet());
        supplied.addAll(standing.components());
        return supplied;
    }
}
