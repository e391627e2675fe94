package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.AtFault;
import dev.holdfast.launch.Explanation;
import dev.holdfast.launch.Liability;
import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.launch.Published;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import dev.holdfast.launch.intake.StagingStore.GivenUp;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The planners' desk: reads a whole line, and puts what a plan run made of it in force. Intake goes on
/// meanwhile.
public final class PlanDesk {
    private static final String IN_FORCE = """
            select run from launch.publication where launch = ? order by sequence desc limit 1
            """;

    /// What is done to the rows of a run, in a transaction of its own.
    interface Act<T> {
        T on(Connection connection) throws SQLException;
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneInstant;
    private final TransactionTemplate transactions;
    private final Supplies supplies;
    private final Courtesy courtesy;
    private final InstantSource clock;

    public PlanDesk(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Supplies supplies, InstantSource clock) {
        this.jdbc = jdbc;
        this.supplies = supplies;
        this.courtesy = new Courtesy(JdbcClient.create(jdbc));
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        this.oneInstant = new TransactionTemplate(transactions);
        oneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneInstant.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneInstant.setReadOnly(true);
    }

    /// The line at one instant.
    ///
    /// @param asOfRun promises as they stood when this run was published, but for orders that entered
    ///     later; null: as they stand
    public LineSnapshot snapshot(int launch, @Nullable Integer asOfRun) {
        return Objects.requireNonNull(oneInstant.execute(
                status -> jdbc.execute((Connection connection) -> SnapshotStore.read(connection, launch, asOfRun))));
    }

    /// Every promise of the line at one instant.
    public PromiseHistory promises(int launch) {
        return Objects.requireNonNull(oneInstant.execute(
                status -> jdbc.execute((Connection connection) -> HistoryStore.read(connection, launch))));
    }

    /// Writes down what a run moves. Must not be called in a transaction: each chunk is one.
    ///
    /// @param atFault whose fault it is that promises break
    public void stage(int launch, int run, AtFault atFault, Iterator<Move> moves) {
        Attempt attempt = new Attempt(launch, run, UUID.randomUUID());
        sweep();
        apart(connection -> {
            if (!StagingStore.take(connection, attempt)) {
                throw Staging.stale("Plan run " + run + " was published already.");
            }
            StagingStore.dropAll(connection, launch, run);
            StagedConsent.atFault(connection, attempt, atFault);
            return true;
        });
        write(attempt, new Chunks(moves));
        apart(connection -> {
            if (!StagingStore.staged(connection, attempt)) {
                throw Staging.takenOver(run);
            }
            return true;
        });
    }

    /// By two hands, so that the moves of one chunk are thought of while those of another are written.
    private void write(Attempt attempt, Chunks chunks) {
        courtesy.begin();
        Runnable writing = () -> {
            try {
                for (List<Move> chunk = chunks.next(); !chunk.isEmpty(); chunk = chunks.next()) {
                    long began = System.nanoTime();
                    write(attempt, chunk);
                    courtesy.rest(began);
                }
            } catch (RuntimeException fault) {
                chunks.end();
                throw fault;
            }
        };
        var second = new FutureTask<>(writing, true);
        Thread.ofPlatform().name("staging").daemon().start(second);
        try {
            writing.run();
        } finally {
            ended(second);
        }
    }

    private void write(Attempt attempt, List<Move> chunk) {
        apart(connection -> {
            Staging.write(connection, attempt, chunk, clock.instant());
            return true;
        });
    }

    private static void ended(FutureTask<?> second) {
        try {
            second.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("A part of the run could not be staged: " + failed.getCause(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a run was staged.", stopped);
        }
    }

    /// Writes down in which words a staged run explains what it moves.
    public void explain(int launch, int run, List<Explanation> explanations) {
        apart(connection -> {
            ExplanationStore.insert(connection, launch, run, explanations);
            return true;
        });
    }

    /// What a run would grant the members it moves. Writes nothing.
    public Liability liability(int launch, AtFault atFault, Iterator<Move> moves) {
        return apart(connection -> StagedConsent.liability(connection, launch, atFault, moves, clock.instant()));
    }

    /// Puts a staged run in force. Must not be called in a transaction: all but the last step runs without
    /// the lock.
    public Published publish(int launch, int run, long sequence, Runnable inTheSameTransaction) {
        Attempt attempt = apart(connection -> StagingStore.toPublish(connection, launch, run)
                .orElseThrow(() -> Staging.stale("Plan run " + run + " is not staged, or not to its end.")));
        Flip flip = new Flip(attempt, new CatchUp(run, supplies.planned(launch, run)), sequence);
        Optional<Published> published = Optional.empty();
        while (published.isEmpty()) {
            boolean more = true;
            while (more) {
                more = apart(connection -> flip.approach(connection, clock.instant()));
            }
            published = apart(connection -> {
                Optional<Published> landed = flip.land(connection, clock.instant());
                landed.ifPresent(done -> inTheSameTransaction.run());
                return landed;
            });
        }
        return published.get();
    }

    /// The plan run in force; empty when none was ever published.
    public Optional<Integer> inForce(int launch) {
        return jdbc.query(IN_FORCE, (row, number) -> row.getInt(1), launch).stream()
                .findFirst();
    }

    /// Deletes what was staged by attempts that died, or that a publication overtook.
    public void sweep() {
        List<GivenUp> runs = apart(StagingStore::giveUp);
        for (GivenUp run : runs) {
            apart(connection -> {
                StagingStore.sweep(connection, run);
                return true;
            });
        }
    }

    /// In a transaction of its own, which none may be running for: what is written apart must be seen by others.
    private <T> T apart(Act<T> act) {
        Check.that(!TransactionSynchronizationManager.isActualTransactionActive(), "A transaction is running.");
        return Objects.requireNonNull(
                transactions.execute(status -> jdbc.execute((Connection connection) -> act.on(connection))));
    }
}
