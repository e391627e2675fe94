package dev.holdfast.kernel;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A piece of work done again and again on one virtual thread, from a start to its stop.
///
/// The wait between two rounds is the only place where a stop takes effect; a round under way is waited for, and cut
/// off where it takes longer than the stop may.
public final class Rounds {
    private final String name;
    private final Duration stopWithin;
    private final Supplier<Duration> round;
    private @Nullable Run run;

    /// @param stopWithin what a stop waits for the round under way
    /// @param round does the work, throws nothing, and says how long to wait before the next
    public Rounds(String name, Duration stopWithin, Supplier<Duration> round) {
        this.name = name;
        this.stopWithin = stopWithin;
        this.round = round;
    }

    /// One start to stop.
    private record Run(Thread thread, CountDownLatch stopping) {}

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
                wait = round.get();
            }
        } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized void stop() {
        Run current = run;
        if (current == null) {
            return;
        }
        run = null;
        current.stopping().countDown();
        try {
            if (!current.thread().join(stopWithin)) {
                current.thread().interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized boolean isRunning() {
        return run != null;
    }
}
