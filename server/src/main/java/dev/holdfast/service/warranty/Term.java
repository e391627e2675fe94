package dev.holdfast.service.warranty;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a warranty.
///
/// @param component that it is about; empty: every one that no other term is about
/// @param months from the hand-over
/// @param maxKm null: however far it went
/// @param name by language
public record Term(
        String id, String component, int months, @Nullable Integer maxKm, Map<String, String> name) {
    public Term {
        name = Map.copyOf(name);
    }
}
