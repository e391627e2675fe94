package dev.holdfast.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.holdfast.kernel.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How often one member may ask: a burst, then a steady rate. Per instance, because the limit keeps one member from
/// crowding out others, which no exact count over instances is needed for.
final class Rates {
    static final int BURST = 100;
    static final int PER_SECOND = 20;

    /// A bucket that nobody touched for this long is full again, so forgetting it changes nothing.
    private static final Duration REFILLED = Duration.ofSeconds(BURST / PER_SECOND + 1);

    /// About 200 bytes each. Beyond it the least recent start afresh, which only an attack by a million members meets.
    private static final int MAX_MEMBERS = 200_000;

    final LoadingCache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_MEMBERS)
            .expireAfterAccess(REFILLED)
            // In the caller's thread: handing each small piece of upkeep to another cost more than doing it.
            .executor(Runnable::run)
            .build(member -> Bucket.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(BURST)
                            .refillGreedy(PER_SECOND, Duration.ofSeconds(1))
                            .build())
                    .build());

    /// @throws Problem TOO_OFTEN
    void admit(Asking asking) {
        if (asking.onlyFan() && !buckets.get(asking.member()).tryConsume(1)) {
            throw new Problem(
                    Problem.Kind.TOO_OFTEN,
                    "too_many_requests",
                    "One member may send " + BURST + " requests at once and " + PER_SECOND
                            + " a second from then on. Send this one again in a second.");
        }
    }
}
