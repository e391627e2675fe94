package dev.holdfast.kernel;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A piece of work done again and again on one virtual thread, from a start to its stop.
///
/// The wait between two rounds is the only place where a stop takes effect; a round under way is waited for, and cut
/// off where it takes longer than the stop may. A round that fails is tried again, and said once until one succeeds.
/// Those that are beans run for as long as the server serves.
public final class Rounds {
    /// What a stop waits for the round under way.
    private static final Duration STOP_WITHIN = Duration.ofSeconds(4);

    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    private final String name;
    private final Duration idle;
    private final Duration busy;
    private final BooleanSupplier round;
    private @Nullable Run run;
    /// The last round failed.
    private volatile boolean failing;

    /// @param idle what is waited when there is nothing to do, or the round failed
    /// @param round does the work, and says whether there may be more to do at once
    public Rounds(String name, Duration idle, BooleanSupplier round) {
        this(name, idle, Duration.ZERO, round);
    }

    /// @param busy what is waited when there may be more to do
    public Rounds(String name, Duration idle, Duration busy, BooleanSupplier round) {
        this.name = name;
        this.idle = idle;
        this.busy = busy;
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
                wait = once() ? busy : idle;
            }
        } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean once() {
        try {
            boolean more = round.getAsBoolean();
            failing = false;
            return more;
        } catch (RuntimeException fault) {
            if (!failing) {
                LOG.log(WARNING, "The work of '" + name + "' failed; it is tried again every " + idle, fault);
            }
            failing = true;
            return false;
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
            if (!current.thread().join(STOP_WITHIN)) {
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
