package dev.holdfast.supply.outlook;

import dev.holdfast.kernel.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Where one planner at a time has something computed while they wait for it: orders need the other cores, and a line
/// of a million orders fits into memory only so often.
public final class Seat {
    /// No longer than a person stands.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration patience;
    private final Semaphore free = new Semaphore(1, true);

    public Seat(Duration patience) {
        this.patience = patience;
    }

    /// @throws Problem CAPACITY when somebody else sits there for too long
    public <T> T take(Supplier<T> work) {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private static Problem busy() {
        return new Problem(
                Problem.Kind.CAPACITY, "planner_busy", "Others are planning just now. Try again in a minute.");
    }
}
