package dev.holdfast.community.points;

import java.time.Duration;
import java.util.Map;

/// Something that points are spent on.
///
/// @param names by language
/// @param stock how many there are in all, those handed over included
/// @param holdFor until a reservation that nobody confirmed ends by itself
/// @param returnWithin for how long after it was handed over it may come back
/// @param open it can be reserved; what was reserved before is handed over all the same
public record Reward(
        Map<String, String> names, long price, long stock, Duration holdFor, Duration returnWithin, boolean open) {
    public Reward {
        names = Map.copyOf(names);
    }
}
