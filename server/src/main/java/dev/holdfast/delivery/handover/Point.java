package dev.holdfast.delivery.handover;

import java.util.Map;

/// One point of a checklist.
///
/// @param name by language
/// @param needed without it nothing is handed over
/// @param photo whether a photo belongs to it
public record Point(String id, Map<String, String> name, boolean needed, boolean photo) {
    public Point {
        name = Map.copyOf(name);
    }
}
