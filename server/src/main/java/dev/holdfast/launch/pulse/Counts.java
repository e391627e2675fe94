package dev.holdfast.launch.pulse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What this instance counted of one launch since it started: refusals by reason, and how long its answers
/// took.
public final class Counts {
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();

    /// @param reason a stable word, such as `SoldOut`
    public void refused(String reason) {
        refusals.computeIfAbsent(reason, word -> new LongAdder()).increment();
    }

    /// @param nanoseconds from asking until the answer was durable
    public void answered(long nanoseconds) {
        latencies.record(nanoseconds);
    }

    Snapshot snapshot() {
        var sums = new HashMap<String, Long>();
        refusals.forEach((reason, count) -> sums.put(reason, count.sum()));
        return new Snapshot(sums, latencies.counts());
    }

    /// @param latencies answers by bucket, as [Latencies] cuts them
    record Snapshot(Map<String, Long> refusals, List<Long> latencies) {
        static final Snapshot NONE = new Snapshot(Map.of(), Latencies.NONE);

        Snapshot {
            refusals = Map.copyOf(refusals);
            latencies = List.copyOf(latencies);
        }
    }
}
