package dev.holdfast.delivery.unit;

import dev.holdfast.launch.Launch;
import dev.holdfast.launch.LaunchView;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives units and moves orders on every few seconds, wherever a launch has units. Any number of instances
/// may do so.
final class AllocationClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AllocationClock.class);
    private static final long BETWEEN_S = 3;
    /// Times as long as a round took: a line of a million orders that lock one by one is not read every three seconds.
    private static final long REST = 20;

    private final Round round;
    private final OrderTeller teller;
    private final Turn turn;
    private final Launch launch;
    private final Map<Integer, String> slugs = new HashMap<>();
    private final Map<Integer, Long> restsUntilNs = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("allocation").daemon(true).factory());
    private @Nullable ScheduledFuture<?> giving;

    AllocationClock(Round round, OrderTeller teller, Turn turn, Launch launch) {
        this.round = round;
        this.teller = teller;
        this.turn = turn;
        this.launch = launch;
    }

    void start() {
        giving = clock.scheduleWithFixedDelay(this::giveAll, BETWEEN_S, BETWEEN_S, TimeUnit.SECONDS);
    }

    private void giveAll() {
        try {
            turn.launches().forEach(this::give);
            teller.tellAll();
        } catch (RuntimeException failure) {
            // The next time tries again; an exception let through would end the schedule for ever.
            LOG.warn("Units could not be given: {}", failure.getMessage());
        }
    }

    private void give(int number) {
        long began = System.nanoTime();
        if (began - restsUntilNs.getOrDefault(number, began) >= 0) {
            round.give(number, slug(number));
            long ended = System.nanoTime();
            restsUntilNs.put(number, ended + REST * (ended - began));
        }
    }

    private String slug(int number) {
        if (!slugs.containsKey(number)) {
            launch.all().stream().map(LaunchView::slug).forEach(slug -> slugs.put(launch.number(slug), slug));
        }
        return slugs.getOrDefault(number, "");
    }

    @Override
    public void close() {
        if (giving != null) {
            giving.cancel(true);
        }
        clock.shutdownNow();
    }
}
