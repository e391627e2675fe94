package dev.holdfast.supply.run;

import dev.holdfast.kernel.Background;
import dev.holdfast.kernel.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where plans are computed: one after the other, off every request, so that orders keep the other cores. Behind it
/// stands a second bench for what nobody waits for.
///
/// While a run waits or is computed here its row is told so every few seconds. A run of which nothing was heard has
/// lost its server; one that fails, for whatever reason, is told so at once.
final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    /// Runs that may wait for the one under way; a planner who wants more of them has to look at some first.
    private static final int MAX_WAITING = 16;

    /// A few of these make [RunStore#LOST]: one that comes late loses no run.
    private static final long TELL_EVERY_SECONDS = 5;

    private final RunStore runs;
    private final ThreadPoolExecutor worker = worker("plan-", new ThreadPoolExecutor.AbortPolicy());
    /// Of so many waiting for it, the oldest is the one that nobody will look at again.
    private final ThreadPoolExecutor later = worker("plan-later-", new ThreadPoolExecutor.DiscardOldestPolicy());

    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("plan-teller-", 0).factory());
    private final Map<Key, PlanRun.Running> running = new ConcurrentHashMap<>();
    private final ScheduledFuture<?> telling;

    Workbench(RunStore runs) {
        this.runs = runs;
        this.telling =
                teller.scheduleWithFixedDelay(this::tell, TELL_EVERY_SECONDS, TELL_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private static ThreadPoolExecutor worker(String name, RejectedExecutionHandler full) {
        var worker = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MAX_WAITING), Background.threads(name), full);
        worker.allowCoreThreadTimeOut(true);
        return worker;
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
                } catch (RuntimeException | Error fault) {
                    LOG.error("Plan run {} of launch {} failed.", run, launch, fault);
                    runs.failed(launch, run, words(fault));
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

    /// Does something that nobody waits for, when nothing else of its kind is being done.
    void later(int launch, int run, Runnable work) {
        later.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException fault) {
                LOG.error("What was to follow plan run {} of launch {} failed.", run, launch, fault);
            }
        });
    }

    private void tell() {
        try {
            for (Key key : running.keySet()) {
                runs.alive(key.launch, key.run);
            }
        } catch (RuntimeException away) {
            LOG.warn("Runs could not be told to be under way; tried again in {} s.", TELL_EVERY_SECONDS, away);
        }
    }

    private static String words(Throwable fault) {
        return fault instanceof RuntimeException ? String.valueOf(fault.getMessage()) : fault.toString();
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
        telling.cancel(true);
        teller.shutdownNow();
        worker.shutdownNow();
        later.shutdownNow();
    }

    private static PlanRun.Running told(Progress.Step step, double share) {
        return new PlanRun.Running(step.name().toLowerCase(Locale.ROOT), share);
    }
}
