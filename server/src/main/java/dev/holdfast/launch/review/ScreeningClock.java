package dev.holdfast.launch.review;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the screener look every two seconds, and at once again while there is more.
final class ScreeningClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScreeningClock.class);

    private final Screener screener;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("screening").daemon(true).factory());
    private @Nullable ScheduledFuture<?> looking;

    ScreeningClock(Screener screener) {
        this.screener = screener;
    }

    void start() {
        looking = clock.scheduleWithFixedDelay(this::look, 2, 2, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            while (!clock.isShutdown() && screener.round() > 0) {
                // There may be more.
                Thread.onSpinWait();
            }
        } catch (RuntimeException failure) {
            // The next time tries again; an exception let through would end the schedule for ever.
            LOG.warn("Orders could not be screened: {}", failure.getMessage());
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
