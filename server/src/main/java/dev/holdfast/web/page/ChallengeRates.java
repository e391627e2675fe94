package dev.holdfast.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.kernel.Problem;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How often challenges are asked for from one network: each is a row until it is answered or over.
@Component
final class ChallengeRates {
    /// A household, or a shop with one address for all who are in it.
    private static final int AT_ONCE = 30;

    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int MAX_NETWORKS = 50_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_NETWORKS)
            .expireAfterAccess(AGAIN.multipliedBy(2))
            .build();

    /// @throws Problem TOO_OFTEN
    void admit(HttpServletRequest request) {
        var bucket = buckets.get(
                Network.of(request),
                network -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, AGAIN))
                        .build());
        if (!bucket.tryConsume(1)) {
            throw new Problem(
                    Problem.Kind.TOO_OFTEN,
                    "too_many_requests",
                    "More than " + AT_ONCE + " sign-ins were begun from your network within a minute. Wait a minute.");
        }
    }
}
