package dev.holdfast.launch.pulse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// What this instance counted, by launch.
public final class InstanceCounts {
    private final Map<Integer, Counts> launches = new ConcurrentHashMap<>();
    private final IntSupplier waiting;

    /// @param waiting asks that wait for their batch
    public InstanceCounts(IntSupplier waiting) {
        this.waiting = waiting;
    }

    /// @param launch the number of a launch that exists, so that nobody fills this with launches of their own
    ///     making
    public Counts of(int launch) {
        return launches.computeIfAbsent(launch, number -> new Counts());
    }

    int waiting() {
        return waiting.getAsInt();
    }

    Map<Integer, Counts> all() {
        return Map.copyOf(launches);
    }
}
