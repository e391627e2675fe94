package dev.holdfast.member.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How often letters may be asked for by somebody who is not signed in: for one address, and from one network.
///
/// For one address, so that nobody's mailbox is filled; from one network, so that nobody tries a list of addresses. Per
/// instance, like the rate of requests.
final class LinkRates {
    static final int FOR_ADDRESS = 3;
    static final int FROM_NETWORK = 20;
    static final Duration WITHIN_ADDRESS = Duration.ofMinutes(15);
    static final Duration WITHIN_NETWORK = Duration.ofHours(1);

    /// Beyond it the least recent start afresh.
    private static final int MAX_KNOWN = 100_000;

    private final LoadingCache<String, Bucket> addresses = buckets(FOR_ADDRESS, WITHIN_ADDRESS);
    private final LoadingCache<String, Bucket> networks = buckets(FROM_NETWORK, WITHIN_NETWORK);

    boolean admitNetwork(String network) {
        return networks.get(network).tryConsume(1);
    }

    boolean admitAddress(MailAddress address) {
        return addresses.get(address.folded()).tryConsume(1);
    }

    private static LoadingCache<String, Bucket> buckets(int capacity, Duration within) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterAccess(within)
                .executor(Runnable::run)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, within))
                        .build());
    }
}
