package dev.holdfast.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes members known without making anybody wait.
///
/// The hot path looks into a cache and, for a member not seen lately, puts the name on a queue; one thread writes the
/// queue down in bulk. Nothing that happens here can hold up an order: a full queue or a failed write drops the names
/// and forgets that they were seen, and each is made known again by the member's next request.
final class Arrivals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /// Some 100 bytes each: 25 MiB at most. Whoever falls out costs one more row in a bulk insert that changes nothing.
    private static final int MAX_SEEN = 250_000;
    /// Several seconds of the largest rush; what comes beyond that is dropped.
    static final int MAX_QUEUE = 65_536;

    private static final int MAX_BATCH = 5_000;
    /// Between two writes, so that a rush costs four small commits a second beside its own and not hundreds.
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final MemberStore store;
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final Cache<String, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MAX_SEEN).executor(Runnable::run).build();
    private final Thread writer;
    private volatile boolean closing;

    Arrivals(MemberStore store) {
        this.store = store;
        this.writer = Thread.ofVirtual().name("member-arrivals").unstarted(this::write);
    }

    void start() {
        writer.start();
    }

    void seen(String member) {
        if (seen.getIfPresent(member) != null) {
            return;
        }
        if (seen.asMap().putIfAbsent(member, true) == null && !queue.offer(member)) {
            seen.invalidate(member);
        }
    }

    /// From when on those are known that were written down by now.
    Map<String, Instant> knownSince(List<String> members) {
        return store.knownSince(members);
    }

    /// Their next request makes them known anew.
    void forget(String member) {
        seen.invalidate(member);
    }

    /// Writes what is still queued, then stops. No interrupt: it would break a write under way.
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (!closing) {
            LockSupport.parkNanos(PAUSE.toNanos());
            flush();
        }
        flush();
    }

    private void flush() {
        var batch = new ArrayList<String>();
        while (queue.drainTo(batch, MAX_BATCH) > 0) {
            create(batch);
            batch.clear();
        }
    }

    private void create(List<String> batch) {
        try {
            store.create(batch);
        } catch (RuntimeException failure) {
            seen.invalidateAll(batch);
            LOG.warn("{} members could not be written; each is made known by the next request.", batch.size(), failure);
        }
    }
}
