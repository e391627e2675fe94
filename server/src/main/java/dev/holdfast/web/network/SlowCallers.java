package dev.holdfast.web.network;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every request once a second and hangs up on callers who take too long over it; and keeps idle connections
/// for a shorter time while most are taken, so that whoever holds many keeps nobody out for long.
final class SlowCallers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowCallers.class);
    private static final Duration IDLE_WHEN_CROWDED = Duration.ofSeconds(3);
    /// Told at most so often, however many hold on.
    private static final int SECONDS_BETWEEN_WORDS = 60;

    private final AbstractProtocol<?> protocol;
    private volatile Slowness slowness = Slowness.NORMAL;
    /// As many as were ever read at once, at most one for each connection: Tomcat keeps them for ever, too.
    private final Queue<WatchedRequests> requests = new ConcurrentLinkedQueue<>();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slow-callers").daemon(true).factory());
    private @Nullable ScheduledFuture<?> looking;
    private int idleMs;
    private long ended;
    private int secondsSaid;

    SlowCallers(AbstractProtocol<?> protocol) {
        this.protocol = protocol;
    }

    void hold(Slowness given) {
        slowness = given;
    }

    void add(WatchedRequests made) {
        requests.add(made);
    }

    void start() {
        idleMs = protocol.getKeepAliveTimeout();
        looking = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            long now = System.nanoTime();
            for (WatchedRequests each : requests) {
                if (each.endIfTooSlow(slowness, now)) {
                    ended++;
                }
            }
            boolean crowded = protocol.getConnectionCount() > protocol.getMaxConnections() * 3L / 4;
            protocol.setKeepAliveTimeout(crowded ? (int) Math.min(idleMs, IDLE_WHEN_CROWDED.toMillis()) : idleMs);
            say(crowded);
        } catch (RuntimeException moved) {
            // What was looked at became another request meanwhile; the next second looks again.
            LOG.debug("A request could not be judged.", moved);
        }
    }

    private void say(boolean crowded) {
        secondsSaid++;
        if (ended > 0 && secondsSaid >= SECONDS_BETWEEN_WORDS) {
            LOG.warn(
                    "{} callers took too long over a request and were hung up on; {} connections are open{}.",
                    ended,
                    protocol.getConnectionCount(),
                    crowded ? ", nearly as many as there may be" : "");
            ended = 0;
            secondsSaid = 0;
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        clock.shutdownNow();
    }
}
