package dev.holdfast.launch.intake;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Asks, once a second, every line that has something to wait for whether its time has come. Any number of
/// instances may do so: the line's lock lets one of them find it due, and the others find nothing. Once a
/// minute it clears away what plan runs left that were never published, and what of the journal nobody follows.
public final class Sweeper implements AutoCloseable {
    /// The first open question of a launch is enough: all of them together are as many as a run moved later.
    static final String LINES_TO_SWEEP = """
            select launch from launch.tally where held > 0 or placed > 0
            union
            select launch from launch.campaign where settled_at is null
            union
            select l.launch from launch.line l left join launch.consent_cursor s on s.launch = l.launch
            cross join lateral (
              select from launch.consent c
              where c.launch = l.launch and c.state = 'ASKED'
                and (c.answer_by, c.number) > (coalesce(s.answer_by, 'epoch'), coalesce(s.number, 0))
              order by c.answer_by, c.number limit 1) open
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final JdbcClient jdbc;
    private static final long BETWEEN_REMAINS_S = 60;

    private final Lines lines;
    private final PlanDesk plans;
    private final OldJournal journal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweeper").daemon(true).factory());

    private @Nullable ScheduledFuture<?> sweeping;
    private @Nullable ScheduledFuture<?> sweepingRemains;

    public Sweeper(JdbcClient jdbc, Lines lines, PlanDesk plans, OldJournal journal) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.plans = plans;
        this.journal = journal;
    }

    public void start() {
        sweeping = clock.scheduleWithFixedDelay(this::sweepAll, 1, 1, TimeUnit.SECONDS);
        sweepingRemains = clock.scheduleWithFixedDelay(this::sweepRemains, 1, BETWEEN_REMAINS_S, TimeUnit.SECONDS);
    }

    private void sweepAll() {
        try {
            jdbc.sql(LINES_TO_SWEEP)
                    .query((row, number) -> row.getInt(1))
                    .list()
                    .forEach(this::sweep);
        } catch (RuntimeException failure) {
            // The next second tries again; an exception let through would end the schedule for ever.
            LOG.warn("Holds could not be swept: {}", failure.getMessage());
        }
    }

    private void sweepRemains() {
        try {
            plans.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("What dead plan runs left could not be swept: {}", failure.getMessage());
        }
        try {
            journal.clear();
        } catch (RuntimeException failure) {
            LOG.warn("The journal could not be cleared: {}", failure.getMessage());
        }
    }

    private void sweep(int launch) {
        try {
            boolean more = true;
            while (more && !clock.isShutdown()) {
                more = lines.ask(launch, new Ask.Sweep()) instanceof Answer.Swept swept && swept.more();
            }
        } catch (RuntimeException failure) {
            // One line that cannot be swept must not keep the others from it.
            LOG.warn("The holds of launch {} could not be swept: {}", launch, failure.getMessage());
        }
    }

    @Override
    public void close() {
        if (sweeping != null) {
            sweeping.cancel(true);
        }
        if (sweepingRemains != null) {
            sweepingRemains.cancel(true);
        }
        clock.shutdownNow();
    }
}
