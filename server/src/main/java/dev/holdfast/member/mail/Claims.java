package dev.holdfast.member.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/// Notes the addresses that tokens claim, without making anybody wait.
///
/// As with members seen for the first time: a look into a cache on the way of a request, a queue, and one thread that
/// writes in bulk. A full queue or a failed write drops the claim and forgets that it was seen; the member's next
/// request makes it again.
final class Claims implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    /// Some 150 bytes each.
    private static final int MAX_SEEN = 250_000;

    private static final int MAX_QUEUE = 65_536;
    private static final int MAX_BATCH = 5_000;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final AddressStore store;
    private final Clock clock;
    private final BlockingQueue<Recipient> queue = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final Cache<String, String> seen =
            Caffeine.newBuilder().maximumSize(MAX_SEEN).executor(Runnable::run).build();
    private final Thread writer;
    private volatile boolean closing;

    Claims(AddressStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.writer = Thread.ofVirtual().name("mail-claims").unstarted(this::write);
    }

    void start() {
        writer.start();
    }

    /// @param claimed as the token has it; ignored when it is no address
    void seen(String member, String claimed, String language) {
        if (claimed.equals(seen.getIfPresent(member))) {
            return;
        }
        seen.put(member, claimed);
        MailAddress.parse(claimed).ifPresent(address -> {
            if (!queue.offer(new Recipient(member, address, language))) {
                seen.invalidate(member);
            }
        });
    }

    /// What their next token claims is noted anew.
    void forget(String member) {
        seen.invalidate(member);
    }

    /// Writes what is still queued, then stops.
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

    /// Of two who claim one address at once the first keeps it; and of one who claims two, the last counts.
    private void flush() {
        var batch = new ArrayList<Recipient>();
        while (queue.drainTo(batch, MAX_BATCH) > 0) {
            var byMember = new LinkedHashMap<String, Recipient>();
            batch.forEach(claim -> byMember.put(claim.member(), claim));
            var byAddress = new LinkedHashMap<String, Recipient>();
            byMember.values()
                    .forEach(claim -> byAddress.putIfAbsent(claim.address().folded(), claim));
            write(List.copyOf(byAddress.values()));
            batch.clear();
        }
    }

    private void write(List<Recipient> claims) {
        try {
            store.claim(claims, clock.instant());
        } catch (DuplicateKeyException race) {
            // Another instance was a moment ahead with one of them.
            claims.forEach(claim -> writeAlone(claim));
        } catch (RuntimeException failure) {
            forget(claims);
            LOG.warn(
                    "{} mail addresses could not be written; the next requests say them again.",
                    claims.size(),
                    failure);
        }
    }

    private void writeAlone(Recipient claim) {
        try {
            store.claim(List.of(claim), clock.instant());
        } catch (RuntimeException failure) {
            LOG.debug("A mail address could not be written", failure);
            forget(List.of(claim));
        }
    }

    private void forget(List<Recipient> claims) {
        seen.invalidateAll(claims.stream().map(Recipient::member).toList());
    }
}
