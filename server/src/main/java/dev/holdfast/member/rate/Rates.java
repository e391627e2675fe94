package dev.holdfast.member.rate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.holdfast.kernel.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How often one member or one network may ask, for each [Limit].
public final class Rates {
    /// About 200 bytes each, so at most 40 MB for each limit. Beyond it the least recent start afresh, which only an
    /// attack by as many members or networks meets.
    public static final int MAX_KNOWN = 200_000;

    private final Map<Limit, Held> held = new EnumMap<>(Limit.class);
    private final Map<Limit, LongAdder> refused = new EnumMap<>(Limit.class);

    private record Held(Rate rate, LoadingCache<String, Bucket> buckets) {}

    /// @param settings the value of a property, or null
    public Rates(Function<String, @Nullable String> settings) {
        for (Limit limit : Limit.values()) {
            String given = settings.apply(limit.property());
            Rate.read(limit, given == null || given.isBlank() ? limit.normal() : given)
                    .ifPresent(rate -> held.put(limit, new Held(rate, buckets(rate))));
            refused.put(limit, new LongAdder());
        }
    }

    private static LoadingCache<String, Bucket> buckets(Rate rate) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterAccess(rate.refilled())
                // In the caller's thread: handing each small piece of upkeep to another cost more than doing it.
                .executor(Runnable::run)
                .build(who -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(rate.burst())
                                .refillGreedy(rate.again(), rate.within())
                                .build())
                        .build());
    }

    /// @param who a member's name, a network, an address
    /// @throws Problem TOO_OFTEN, with how long to wait
    public void admit(Limit limit, String who) {
        Duration wait = take(limit, who);
        if (wait.isPositive()) {
            throw tooOften(limit, wait);
        }
    }

    /// The same where being turned away is an answer among others.
    public boolean admits(Limit limit, String who) {
        return !take(limit, who).isPositive();
    }

    /// Whether the limit is on, for whoever would have to find out first who is asking.
    public boolean holds(Limit limit) {
        return held.containsKey(limit);
    }

    /// How often a limit turned somebody away since the start.
    public long refused(Limit limit) {
        return counter(limit).sum();
    }

    /// Members or networks remembered for a limit.
    long known(Limit limit) {
        Held of = held.get(limit);
        if (of == null) {
            return 0;
        }
        of.buckets.cleanUp();
        return of.buckets.estimatedSize();
    }

    /// Everybody starts afresh.
    public void forget() {
        held.values().forEach(each -> each.buckets.invalidateAll());
    }

    /// @return how long to wait; zero when it was admitted
    private Duration take(Limit limit, String who) {
        Held of = held.get(limit);
        if (of == null) {
            return Duration.ZERO;
        }
        Bucket bucket = of.buckets.get(who);
        if (bucket.tryConsume(1)) {
            return Duration.ZERO;
        }
        counter(limit).increment();
        return Duration.ofNanos(Math.max(1, bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
    }

    private LongAdder counter(Limit limit) {
        LongAdder counter = refused.get(limit);
        if (counter == null) {
            throw new IllegalStateException("No counter for " + limit);
        }
        return counter;
    }

    private Problem tooOften(Limit limit, Duration wait) {
        long seconds = -Math.floorDiv(-wait.toNanos(), TimeUnit.SECONDS.toNanos(1));
        Held of = held.get(limit);
        return Problem.tooOften(
                limit.says() + " " + (of == null ? "" : of.rate) + ". Send this again in " + seconds
                        + (seconds == 1 ? " second." : " seconds."),
                Duration.ofSeconds(seconds));
    }
}
