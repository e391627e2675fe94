package dev.holdfast.web.page;

import dev.holdfast.delivery.network.Centre;
import dev.holdfast.delivery.network.Network;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// What pages call centres and stores, and the time that is told there, by the place's id.
///
/// @param names by language
record Places(Map<String, Map<String, String>> names, Map<String, ZoneId> zones) {
    Places {
        names = Map.copyOf(names);
        zones = Map.copyOf(zones);
    }

    static Places of(Network network) {
        Map<String, Map<String, String>> names = new HashMap<>();
        Map<String, ZoneId> zones = new HashMap<>();
        for (Centre centre : network.centres()) {
            names.put(Network.CENTRE + centre.region(), centre.name());
            zones.put(Network.CENTRE + centre.region(), ZoneId.of(centre.timeZone()));
        }
        network.stores().forEach(store -> {
            ZoneId zone = zones.get(Network.CENTRE + store.region());
            names.put(store.id(), store.name());
            if (zone != null) {
                zones.put(store.id(), zone);
            }
        });
        return new Places(names, zones);
    }

    /// Its id where nobody named it.
    String name(String place, Words words) {
        return words.name(names.getOrDefault(place, Map.of("en", place)));
    }

    /// A store's is its centre's.
    ZoneId zone(String place) {
        return zones.getOrDefault(place, ZoneOffset.UTC);
    }
}
