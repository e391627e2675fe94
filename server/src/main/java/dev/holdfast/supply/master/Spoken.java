package dev.holdfast.supply.master;

import java.util.Map;

/// What components and resources are called among people, by language; who was given no name is not in it.
///
/// @param components by their name among planners
/// @param resources likewise
public record Spoken(Map<String, Map<String, String>> components, Map<String, Map<String, String>> resources) {
    public Spoken {
        components = Map.copyOf(components);
        resources = Map.copyOf(resources);
    }
}
