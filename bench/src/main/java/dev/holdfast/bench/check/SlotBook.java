package dev.holdfast.bench.check;

import java.util.List;
import java.util.Map;

/// Slots and who has a place in them, as the book has it after a run.
///
/// @param booked by order, the number of the slot in which it has a place
public record SlotBook(List<Counter> counters, Map<String, Long> booked) {
    public SlotBook {
        counters = List.copyOf(counters);
        booked = Map.copyOf(booked);
    }

    /// One slot.
    ///
    /// @param taken what its own counter says
    public record Counter(long slot, String region, int capacity, int taken) {}
}
