package dev.holdfast.supply.run;

import dev.holdfast.kernel.Background;
import dev.holdfast.supply.plan.LatenessBound;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/// Searches the bound of a run on a core of its own while the plan is made, so that a planner waits for the longer of
/// the two and not for both.
final class Bounding implements AutoCloseable {
    private static final ThreadFactory THREADS = Background.threads("bound-");

    private final CompletableFuture<Long> lateness = new CompletableFuture<>();
    private final FutureTask<LatenessBound> search;

    private Bounding(RunInput input) {
        this.search = new FutureTask<>(
                () -> LatenessBound.beside(input.plant().plant(), input.line(), lateness, LatenessBound.ITERATIONS));
    }

    static Bounding of(RunInput input) {
        var bounding = new Bounding(input);
        THREADS.newThread(bounding.search).start();
        return bounding;
    }

    /// The bound for a plan of this lateness; waits for it.
    LatenessBound of(long latenessOfPlan) {
        lateness.complete(latenessOfPlan);
        try {
            return search.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The bound could not be computed: " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the bound was computed.", stopped);
        }
    }

    /// Where no plan came of it: a bound of nothing ends at once.
    @Override
    public void close() {
        lateness.complete(0L);
    }
}
