package dev.holdfast.delivery.slot;

import java.time.Instant;

/// A time at which so many units are handed over at a place.
///
/// @param place a store's id, or `centre:` and a region
/// @param region where its units are
/// @param taken held, confirmed or done
public record Slot(
        long number, String place, String region, Bay bay, Instant from, Instant to, int capacity, int taken) {
    public int free() {
        return capacity - taken;
    }

    Slot withTaken(int now) {
        return new Slot(number, place, region, bay, from, to, capacity, now);
    }

    /// With no place left but those that are taken.
    Slot closed() {
        return new Slot(number, place, region, bay, from, to, taken, taken);
    }
}
