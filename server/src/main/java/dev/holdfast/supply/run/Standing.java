package dev.holdfast.supply.run;

import dev.holdfast.launch.LineSnapshot;
import org.jspecify.annotations.Nullable;

/// A run's input with what a report says of the people behind it.
///
/// @param line the input's orders as the launch has them, one for one: without those whose unit is there
/// @param was the build week behind each order's window now; where an earlier run is published again this is not the
///     window that the input has it keep
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two
record Standing(RunInput input, LineSnapshot line, int[] was) {

    /// Before windows that are no longer the input's.
    Standing before(int[] other) {
        return new Standing(input, line, other);
    }

    @Nullable
    String regionOf(int order) {
        return line.region(order) < 0 ? null : line.regions().get(line.region(order));
    }

    @Nullable
    String storeOf(int order) {
        return line.store(order) < 0 ? null : line.stores().get(line.store(order));
    }
}
