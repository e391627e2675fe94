package dev.holdfast.launch.pulse;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/// Answers counted by how long they took, in buckets that can be added up over instances: percentiles cannot.
///
/// Each bucket reaches a quarter further than the one before, from a tenth of a millisecond on, so 64 of them
/// reach past two minutes and a figure read from them is at most a quarter too high, never too low.
final class Latencies {
    static final int BUCKETS = 64;
    static final List<Long> NONE = Collections.nCopies(BUCKETS, 0L);
    private static final double FIRST_NS = 100_000;
    private static final double STEP = 1.25;
    private static final double LOG_STEP = Math.log(STEP);

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void record(long nanoseconds) {
        counts.incrementAndGet(bucket(nanoseconds));
    }

    List<Long> counts() {
        return IntStream.range(0, BUCKETS).mapToObj(counts::get).toList();
    }

    /// The difference of two counts of one instance, or the sum of two instances with a sign of +1.
    static List<Long> plus(List<Long> counts, List<Long> others, int sign) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> counts.get(bucket) + sign * others.get(bucket))
                .toList();
    }

    private static int bucket(long nanoseconds) {
        if (nanoseconds <= FIRST_NS) {
            return 0;
        }
        return Math.min(BUCKETS - 1, (int) Math.ceil(Math.log(nanoseconds / FIRST_NS) / LOG_STEP));
    }

    /// The time within which this share of the answers came; empty when there were none.
    ///
    /// @param share from 0 to 1, such as 0.99
    static Optional<Duration> within(double share, List<Long> counts) {
        long wanted = (long) Math.ceil(share * sum(counts));
        long seen = 0;
        for (int bucket = 0; bucket < counts.size() && wanted > 0; bucket++) {
            seen += counts.get(bucket);
            if (seen >= wanted) {
                return Optional.of(Duration.ofNanos((long) (FIRST_NS * Math.pow(STEP, bucket))));
            }
        }
        return Optional.empty();
    }

    static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
