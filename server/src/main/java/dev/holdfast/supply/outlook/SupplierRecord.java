package dev.holdfast.supply.outlook;

import dev.holdfast.supply.LaunchOdds;
import dev.holdfast.supply.metrics.SupplierAccuracy;
import dev.holdfast.supply.odds.Commitment;
import java.util.ArrayList;
import java.util.List;

/// How every supplier kept what it committed to, by the week it first named.
final class SupplierRecord {
    private SupplierRecord() {}

    static List<LaunchOdds.Supplier> of(SupplierWords words) {
        List<LaunchOdds.Supplier> records = new ArrayList<>();
        for (int supplier = 0; supplier < words.suppliers().size(); supplier++) {
            int number = supplier;
            List<Commitment> due = words.commitments().stream()
                    .filter(commitment -> commitment.supplier() == number)
                    .filter(commitment -> commitment.due() <= SupplierWords.NOW)
                    .toList();
            records.add(record(words.suppliers().get(supplier), due));
        }
        return records;
    }

    private static LaunchOdds.Supplier record(String name, List<Commitment> due) {
        long[] committed = due.stream().mapToLong(Commitment::quantity).toArray();
        long[] inTime = due.stream()
                .mapToLong(commitment -> commitment.received() <= commitment.due() ? commitment.arrived() : 0)
                .toArray();
        int[] late = due.stream()
                .filter(commitment -> commitment.received() != Commitment.OPEN)
                .mapToInt(commitment -> commitment.received() - commitment.due())
                .toArray();
        return new LaunchOdds.Supplier(
                name,
                due.size(),
                SupplierAccuracy.clip(committed, inTime),
                late.length == 0 ? null : SupplierAccuracy.latenessQuantile(late, 0.5),
                late.length == 0 ? null : SupplierAccuracy.latenessQuantile(late, 0.9));
    }
}
