package dev.holdfast.supply.master;

import java.util.Map;

/// Which event changed what last, among the events of a stretch.
///
/// @param components event numbers by component; a component that no event of the stretch touched is not in it
/// @param resources the same by resource
/// @param configurations the same by configuration, for bills, routes, delivery weeks and curves
public record Touched(Map<String, Long> components, Map<String, Long> resources, Map<String, Long> configurations) {
    public Touched {
        components = Map.copyOf(components);
        resources = Map.copyOf(resources);
        configurations = Map.copyOf(configurations);
    }
}
