package dev.holdfast.delivery.network;

import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.delivery.network.StoreView.Kind;
import dev.holdfast.supply.RowReading;
import dev.holdfast.supply.RowReading.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The file of stores. What a store cannot do by its kind is a fault: nothing is handed over in a corner of
/// another shop.
final class StoreRows {
    static final String NEEDED = "store,region,kind,nameEn,nameZh,city";
    static final String OPTIONAL = "capabilities";

    private static final Set<Capability> NOT_IN_A_SHOWROOM = Set.of(Capability.HAND_OVER, Capability.SERVICE);

    private final Set<String> regions;

    /// @param regions that have a centre
    StoreRows(Set<String> regions) {
        this.regions = regions;
    }

    Map<String, StoreView> read(RowReading reading) {
        Map<String, StoreView> stores = new LinkedHashMap<>();
        reading.each(row -> {
            String id = row.name("store");
            if (!CentreRows.ID.matcher(id).matches()) {
                row.refuse("store", "must be of at most 64 small letters, digits and hyphens");
            } else if (stores.containsKey(id)) {
                row.refuse("store", "stands twice in the file");
            }
            if (!regions.contains(row.name("region"))) {
                row.refuse("region", "has no centre; send the file of centres first");
            }
            Optional<Kind> kind = find(Kind.values(), row.text("kind"));
            if (kind.isEmpty()) {
                row.refuse("kind", "must be own, agency or showroom");
            }
            List<Capability> capabilities = capabilities(row, kind.orElse(Kind.OWN));
            Map<String, String> name = Map.of("en", row.name("nameEn"), "zh", row.name("nameZh"));
            String city = row.name("city");
            if (row.isGood()) {
                stores.put(
                        id, new StoreView(id, row.text("region"), kind.orElseThrow(), name, city, capabilities, true));
            }
        });
        return stores;
    }

    private static List<Capability> capabilities(Given row, Kind kind) {
        List<Capability> capabilities = new ArrayList<>();
        for (String word : row.text("capabilities").split(" ", -1)) {
            Optional<Capability> capability = find(Capability.values(), word);
            if (capability.isPresent()) {
                capabilities.add(capability.get());
            } else if (!word.isEmpty()) {
                row.refuse("capabilities", "must be of order, test_drive, hand_over, service and parts");
            }
        }
        if (kind == Kind.SHOWROOM && capabilities.stream().anyMatch(NOT_IN_A_SHOWROOM::contains)) {
            row.refuse("capabilities", "cannot be hand_over or service in a showroom");
        }
        return capabilities;
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }
}
