package dev.holdfast.supply.master;

import java.util.Map;

/// Which events changed what last, among the events of a stretch, one way and the other.
///
/// @param less  what left less to use, or left it later, or may have
/// @param more  what brought more to use, or brought it sooner, or may have
public record Touched(Last less, Last more) {

    public static Touched nothing() {
        var nothing = new Last(Map.of(), Map.of(), Map.of());
        return new Touched(nothing, nothing);
    }

    /// The way that makes windows later, or the other.
    public Last that(boolean later) {
        return later ? less : more;
    }

    /// @param components event numbers by component; a component that no event of the stretch touched is not in it
    /// @param resources the same by resource
    /// @param configurations the same by configuration, for bills, routes, delivery weeks and curves
    public record Last(Map<String, Long> components, Map<String, Long> resources, Map<String, Long> configurations) {
        public Last {
            components = Map.copyOf(components);
            resources = Map.copyOf(resources);
            configurations = Map.copyOf(configurations);
        }
    }
}
