package dev.holdfast.supply.run;

import dev.holdfast.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where plans are computed: one after the other, off every request, so that orders keep the other cores.
final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    /// Runs that may wait for the one under way; a planner who wants more of them has to look at some first.
    private static final int MAX_WAITING = 16;

    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("plan-", 0).daemon().factory());
    private final Map<Key, PlanRun.Running> running = new ConcurrentHashMap<>();

    Workbench() {
        worker.allowCoreThreadTimeOut(true);
    }

    private record Key(int launch, int run) {}

    /// What computes one run and tells how far it has come.
    interface Work {
        void compute(Progress progress);
    }

    /// @throws Problem CAPACITY when too many wait
    Future<?> start(int launch, int run, Work work) {
        Key key = new Key(launch, run);
        running.put(key, told(Progress.Step.WAITING, 0));
        try {
            return worker.submit(() -> {
                try {
                    work.compute((step, share) -> running.put(key, told(step, share)));
                } catch (RuntimeException fault) {
                    LOG.error("Plan run {} of launch {} failed.", run, launch, fault);
                } finally {
                    running.remove(key);
                }
            });
        } catch (RejectedExecutionException full) {
            running.remove(key);
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "planner_busy",
                    MAX_WAITING + " plans wait to be computed. Look at one of them, or try again in a minute.",
                    List.of(),
                    full);
        }
    }

    /// Waits for a run, but not longer than whoever asked for it would.
    void await(Future<?> run, long seconds) {
        if (seconds == 0) {
            return;
        }
        try {
            run.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException longer) {
            LOG.debug("A plan run takes longer than {} s and goes on.", seconds, longer);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A run tells its own faults", impossible);
        }
    }

    Optional<PlanRun.Running> progress(int launch, int run) {
        return Optional.ofNullable(running.get(new Key(launch, run)));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private static PlanRun.Running told(Progress.Step step, double share) {
        return new PlanRun.Running(step.name().toLowerCase(Locale.ROOT), share);
    }
}
