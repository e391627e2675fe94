package dev.holdfast.launch.review;

import dev.holdfast.launch.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes what is seen of orders without making anybody wait: a hash, a queue, and one thread that writes in bulk.
///
/// A full queue, a failed write or a server that dies drops what was noticed, and that makes nobody more suspicious.
/// The key of the hashes is the server's: who steals the table cannot try all addresses against it.
final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int MAX_QUEUE = 65_536;
    private static final int MAX_BATCH = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(250);
    /// Shorter than the time after which the screener looks, by more than a batch takes.
    private static final Duration LOOKED_AT = Duration.ofSeconds(3);
    /// Half of it: enough to tell a million apart.
    private static final int HASH_BYTES = 16;

    private final SignalStore store;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final BlockingQueue<SignalStore.Noticed> queue = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final BlockingQueue<OrderId> again = new ArrayBlockingQueue<>(MAX_QUEUE);
    private final Thread writer = Thread.ofVirtual().name("signals").unstarted(this::write);
    private volatile boolean closing;

    Signals(SignalStore store, byte[] secret, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.key = new SecretKeySpec(mac(new SecretKeySpec(secret, "HmacSHA256"), "holdfast signals"), "HmacSHA256");
    }

    void start() {
        writer.start();
    }

    /// What is seen as it is placed.
    void placed(OrderId order, @Nullable String device, String network) {
        note(new SignalStore.Noticed(
                order, hash(order, "device", device), hash(order, "network", network), null, null));
    }

    /// What it is paid with.
    void paid(OrderId order, String instrument) {
        note(new SignalStore.Noticed(order, null, null, hash(order, "instrument", instrument), null));
    }

    /// Where it is to be delivered.
    void delivered(OrderId order, String address) {
        note(new SignalStore.Noticed(order, null, null, null, hash(order, "address", address)));
    }

    private void note(SignalStore.Noticed noticed) {
        if (!queue.offer(noticed)) {
            LOG.debug("The signals of an order were dropped: {} wait already.", MAX_QUEUE);
        }
    }

    /// Another hash in each launch: nobody is followed from one to the next.
    private @Nullable String hash(OrderId order, String kind, @Nullable String value) {
        return value == null || value.isBlank()
                ? null
                : HexFormat.of().formatHex(mac(key, order.launch() + "|" + kind + "|" + value), 0, HASH_BYTES);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private void write() {
        while (!closing) {
            LockSupport.parkNanos(PAUSE.toNanos());
            flush();
        }
        flush();
    }

    synchronized void flush() {
        List<SignalStore.Noticed> batch = new ArrayList<>();
        while (queue.drainTo(batch, MAX_BATCH) > 0) {
            try {
                store.note(batch, clock.instant());
                lookAgain(batch);
            } catch (RuntimeException failure) {
                LOG.warn("The signals of {} orders could not be written.", batch.size(), failure);
            }
            batch.clear();
        }
    }

    /// What came after its order was looked at: a provider's second report, an address weeks later.
    private void lookAgain(List<SignalStore.Noticed> batch) {
        List<OrderId> late = batch.stream()
                .filter(noticed -> noticed.instrument() != null || noticed.address() != null)
                .map(SignalStore.Noticed::order)
                .toList();
        if (!late.isEmpty()) {
            store.placed(late, clock.instant().minus(LOOKED_AT)).forEach(again::offer);
        }
    }

    /// Those that have to be looked at once more, with what is known of them by now.
    ///
    /// @param most of them
    List<OrderId> again(int most) {
        List<OrderId> late = new ArrayList<>();
        again.drainTo(late, most);
        return late;
    }

    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
