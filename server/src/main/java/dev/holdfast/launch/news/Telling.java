package dev.holdfast.launch.news;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs a piece of work again and again from the start of the server to its end: at once while there is something to
/// do, else once a second.
final class Telling implements SmartLifecycle {
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final String name;
    private final LongSupplier work;
    private @Nullable Run run;
    /// The last round failed; said once and not every second.
    private boolean failing;

    /// @param work one round; how much it did
    Telling(String name, LongSupplier work) {
        this.name = name;
        this.work = work;
    }

    /// One start to stop.
    private record Run(Thread thread, CountDownLatch stopping) {}

    @Override
    public synchronized void start() {
        if (run == null) {
            CountDownLatch stopping = new CountDownLatch(1);
            run = new Run(Thread.ofVirtual().name(name).start(() -> loop(stopping)), stopping);
        }
    }

    private void loop(CountDownLatch stopping) {
        try {
            Duration wait = Duration.ZERO;
            while (!stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = round() > 0 ? Duration.ZERO : IDLE;
            }
        } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
        }
    }

    private long round() {
        try {
            long done = work.getAsLong();
            failing = false;
            return done;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.warn("The work of '{}' failed; tried again every {}", name, IDLE, fault);
            }
            failing = true;
            return 0;
        }
    }

    @Override
    public synchronized void stop() {
        Run current = run;
        if (current == null) {
            return;
        }
        run = null;
        current.stopping().countDown();
        try {
            if (!current.thread().join(STOP_WITHIN)) {
                current.thread().interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
