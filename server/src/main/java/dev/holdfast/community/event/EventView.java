package dev.holdfast.community.event;

import dev.holdfast.launch.draw.PlacesStatement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event as everybody may see it.
///
/// @param applicants how many asked for a place
/// @param standing how many stand where, once drawn
/// @param statement null until the list is frozen
public record EventView(
        String slug,
        EventDefinition definition,
        EventState state,
        int applicants,
        Map<PlaceState, Integer> standing,
        String commitment,
        @Nullable PlacesStatement statement) {
    public EventView {
        standing = Map.copyOf(standing);
    }
}
