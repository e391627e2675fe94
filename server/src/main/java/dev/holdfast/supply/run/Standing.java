package dev.holdfast.supply.run;

import dev.holdfast.launch.LineSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run's input with what a report says of the people behind it.
///
/// @param line the input's orders as the launch has them, one for one
/// @param was the build week behind each order's window now; where an earlier run is published again this is not the
///     window that the input has it keep
/// @param region of each order, an index of `regions`, or -1
/// @param transit weeks of transit of each order
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two
record Standing(
        RunInput input,
        LineSnapshot line,
        int[] was,
        int[] region,
        List<String> regions,
        int[] store,
        List<String> stores,
        int[] transit) {

    /// Before windows that are no longer the input's.
    Standing before(int[] other) {
        return new Standing(input, line, other, region, regions, store, stores, transit);
    }

    @Nullable
    String regionOf(int order) {
        return region[order] < 0 ? null : regions.get(region[order]);
    }

    @Nullable
    String storeOf(int order) {
        return store[order] < 0 ? null : stores.get(store[order]);
    }
}
