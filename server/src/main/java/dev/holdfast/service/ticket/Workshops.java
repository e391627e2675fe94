package dev.holdfast.service.ticket;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.delivery.network.StoreView;
import dev.holdfast.delivery.network.StoreView.Capability;
import dev.holdfast.kernel.Problem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where units are serviced: open stores that can, and centres with after-sales.
final class Workshops {
    private final Network network;
    private final TicketStore store;

    Workshops(Network network, TicketStore store) {
        this.network = network;
        this.store = store;
    }

    /// Those of a region by their names in two languages, stores before the centre; where it has none,
    /// those of all.
    Map<String, Map<String, String>> of(String region) {
        Map<String, Map<String, String>> near = all(region);
        return near.isEmpty() ? all("") : near;
    }

    private Map<String, Map<String, String>> all(String region) {
        Map<String, Map<String, String>> places = new LinkedHashMap<>();
        network.stores().stream()
                .filter(StoreView::open)
                .filter(one -> one.capabilities().contains(Capability.SERVICE))
                .filter(one -> region.isEmpty() || one.region().equals(region))
                .sorted(Comparator.comparing(StoreView::id))
                .forEach(one -> places.put(one.id(), one.name()));
        network.centres().stream()
                .filter(Centre::afterSales)
                .filter(one -> region.isEmpty() || one.region().equals(region))
                .forEach(one -> places.put(Network.CENTRE + one.region(), one.name()));
        return places;
    }

    /// The one that an owner is given who chose none: with the fewest live tickets, the first of the list
    /// among equals.
    String given(String region) {
        List<String> places =
                region.isEmpty() ? List.of() : List.copyOf(all(region).keySet());
        if (places.isEmpty()) {
            throw Refused.nowhere();
        }
        Map<String, Long> live = store.live(places);
        return places.stream()
                .min(Comparator.comparing(place -> live.getOrDefault(place, 0L)))
                .orElseThrow();
    }

    /// All others.
    Map<String, Map<String, String>> but(String place) {
        Map<String, Map<String, String>> others = new LinkedHashMap<>(all(""));
        others.remove(place);
        return others;
    }

    /// Anywhere: somebody who moved house goes where they live.
    String chosen(String place) {
        if (!all("").containsKey(place)) {
            throw Problem.invalid("place", place, "must be a store or a centre that services units");
        }
        return place;
    }
}
