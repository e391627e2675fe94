package dev.holdfast.supply.outlook;

import dev.holdfast.supply.SupplyEvent;
import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.CommitmentStatus;
import dev.holdfast.supply.odds.Commitment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The suppliers' words as commitments and what became of them. Weeks are the plant's build weeks: 1 is
/// this week, so that the end of week 0 is now.
///
/// A commitment begins with the first word that is more than a forecast. Its first week and quantity are
/// what the supplier is measured against; its last word is where it stands.
final class SupplierWords {
    /// The end of last week.
    static final int NOW = 0;

    private final AssembledPlant plant;
    private final List<String> suppliers = new ArrayList<>();
    /// The plant's components, and after them those that it does not need any more but that tell of a supplier.
    private final List<String> components;

    private final List<Commitment> commitments = new ArrayList<>();

    private SupplierWords(AssembledPlant plant) {
        this.plant = plant;
        this.components = new ArrayList<>(plant.components());
    }

    /// @param words those that held when they were told, by number
    static SupplierWords of(List<SupplyEvent> words, AssembledPlant plant) {
        var said = new SupplierWords(plant);
        bySubject(words).values().forEach(said::add);
        return said;
    }

    /// What was said of each commitment, in its order.
    static Map<String, List<SupplyEvent>> bySubject(List<SupplyEvent> words) {
        Map<String, List<SupplyEvent>> bySubject = new LinkedHashMap<>();
        for (SupplyEvent word : words) {
            if (word.kind().equals("commitment")) {
                bySubject
                        .computeIfAbsent(word.subject(), _ -> new ArrayList<>())
                        .add(word);
            }
        }
        return bySubject;
    }

    private void add(List<SupplyEvent> words) {
        SupplyEvent first = words.stream()
                .filter(word -> status(word) != CommitmentStatus.FORECAST)
                .findFirst()
                .orElse(null);
        SupplyEvent last = words.getLast();
        if (first == null || status(last) == CommitmentStatus.FORECAST) {
            return;
        }
        int due = week(first.week());
        int expected = week(last.week());
        boolean isReceived = status(last) == CommitmentStatus.RECEIVED;
        long quantity = quantity(isReceived ? first : last);
        commitments.add(new Commitment(
                number(suppliers, last.supplier()),
                number(components, last.component()),
                week(first.occurredOn().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                isReceived ? due : Math.min(due, expected),
                isReceived ? due : expected,
                quantity,
                isReceived ? Math.min(NOW, expected) : Commitment.OPEN,
                isReceived ? quantity(last) : 0));
    }

    private static int number(List<String> names, @Nullable String name) {
        String known = name == null ? "" : name;
        if (!names.contains(known)) {
            names.add(known);
        }
        return names.indexOf(known);
    }

    private int week(@Nullable LocalDate monday) {
        return monday == null ? NOW : plant.buildWeek(monday);
    }

    private static CommitmentStatus status(SupplyEvent word) {
        return CommitmentStatus.of(String.valueOf(word.status())).orElse(CommitmentStatus.FORECAST);
    }

    private static long quantity(SupplyEvent word) {
        Long quantity = word.quantity();
        return quantity == null ? 0 : quantity;
    }

    List<String> suppliers() {
        return suppliers;
    }

    int components() {
        return components.size();
    }

    List<Commitment> commitments() {
        return commitments;
    }

    /// On whose deliveries each component of the plant rests, -1 for nobody's.
    int[] supplierOfComponent() {
        var supplier = new int[components.size()];
        Arrays.fill(supplier, -1);
        commitments.forEach(commitment -> supplier[commitment.component()] = commitment.supplier());
        return supplier;
    }
}
