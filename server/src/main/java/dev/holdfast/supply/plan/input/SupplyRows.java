package dev.holdfast.supply.plan.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// The receipts of `supply.csv`; several of one component in one week add up.
public final class SupplyRows {
    /// Per row; a hundred million such rows still add up in a long.
    public static final long MAX_RECEIPT = 50_000_000_000L;

    private final List<Receipt> receipts = new ArrayList<>();
    private final Set<String> components = new HashSet<>();

    public record Receipt(String component, int week, long quantity) {}

    public void add(Row row) {
        String component = row.name("component");
        int week = row.week("week");
        long quantity = row.whole("quantity", 0, MAX_RECEIPT);
        components.add(component);
        if (row.isGood()) {
            receipts.add(new Receipt(component, week, quantity));
        }
    }

    public List<Receipt> receipts() {
        return receipts;
    }

    /// The items that supply is counted in, also those whose every row says none.
    public Set<String> components() {
        return components;
    }

    public OptionalInt firstWeek() {
        return receipts.stream().mapToInt(Receipt::week).min();
    }
}
