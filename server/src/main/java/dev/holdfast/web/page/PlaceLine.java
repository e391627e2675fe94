package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.StoreView;
import dev.holdfast.delivery.network.StoreView.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A centre or a store, as operators see it.
///
/// @param kind of a store, or `CENTRE`
/// @param name by language
/// @param open false: it is in the latest file no more
record PlaceLine(
        String id,
        String kind,
        Map<String, String> name,
        String city,
        String region,
        List<Capability> capabilities,
        boolean open) {
    PlaceLine {
        name = Map.copyOf(name);
        capabilities = List.copyOf(capabilities);
    }

    /// Centres first.
    static List<PlaceLine> all(Network network) {
        return Stream.concat(
                        network.centres().stream().map(PlaceLine::of),
                        network.stores().stream().map(PlaceLine::of))
                .toList();
    }

    static Optional<PlaceLine> find(Network network, String id) {
        return all(network).stream().filter(place -> place.id.equals(id)).findFirst();
    }

    private static PlaceLine of(Centre centre) {
        var capabilities =
                centre.afterSales() ? List.of(Capability.HAND_OVER, Capability.SERVICE) : List.of(Capability.HAND_OVER);
        var id = Network.CENTRE + centre.region();
        return new PlaceLine(id, "CENTRE", centre.name(), centre.city(), centre.region(), capabilities, true);
    }

    private static PlaceLine of(StoreView store) {
        return new PlaceLine(
                store.id(),
                store.kind().name(),
                store.name(),
                store.city(),
                store.region(),
                store.capabilities(),
                store.open());
    }

    String address() {
        return StaffNetworkPage.ADDRESS + "/" + id;
    }

    String kind(Words words) {
        return words.say("network.kind." + kind);
    }

    String capabilities(Words words) {
        return capabilities.stream()
                .map(one -> words.say("network.can." + one))
                .collect(Collectors.joining(words.say("network.and")));
    }

    /// Whether times are opened there, at which something is handed over or serviced.
    boolean hasSlots() {
        return open && (capabilities.contains(Capability.HAND_OVER) || capabilities.contains(Capability.SERVICE));
    }

    /// Whether it is what somebody looks for: by its id, a name of it, or its city.
    boolean fits(String sought) {
        var small = sought.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(id, city, region), name.values().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(small));
    }
}
