package dev.holdfast.delivery.network;

import java.util.List;
import java.util.Map;

/// Where fans go to see, to order and to be helped.
///
/// @param region whose centre serves it
/// @param name by language
/// @param capabilities what can be done there
/// @param open false: it is in the latest file no more
public record StoreView(
        String id,
        String region,
        Kind kind,
        Map<String, String> name,
        String city,
        List<Capability> capabilities,
        boolean open) {
    public StoreView {
        name = Map.copyOf(name);
        capabilities = List.copyOf(capabilities);
    }

    public enum Kind {
        /// The brand's own.
        OWN,
        /// Another company sells in the brand's name.
        AGENCY,
        /// A corner in another shop.
        SHOWROOM
    }

    public enum Capability {
        ORDER,
        TEST_DRIVE,
        HAND_OVER,
        SERVICE,
        PARTS
    }
}
