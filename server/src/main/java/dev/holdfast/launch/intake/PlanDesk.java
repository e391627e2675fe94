package dev.holdfast.launch.intake;

import dev.holdfast.launch.LineSnapshot;
import dev.holdfast.launch.Move;
import dev.holdfast.launch.Published;
import dev.holdfast.launch.Supplies;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The planners' desk: reads a whole line, and puts what a plan run made of it in force. Intake goes on
/// meanwhile.
public final class PlanDesk {
    /// What is done to the rows of a run, in a transaction of its own.
    interface Act {
        void on(Connection connection) throws SQLException;
    }

    private final JdbcTemplate jdbc;
    private final TransactionTemplate oneInstant;
    private final TransactionTemplate transactions;
    private final Supplies supplies;
    private final InstantSource clock;

    public PlanDesk(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Supplies supplies, InstantSource clock) {
        this.jdbc = jdbc;
        this.supplies = supplies;
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

    /// Writes down what a run moves. Must not be called in a transaction: each chunk is one.
    public void stage(int launch, int run, Iterator<Move> moves) {
        Attempt attempt = new Attempt(launch, run, UUID.randomUUID());
        apart(connection -> {
            if (!StagingStore.take(connection, attempt)) {
                throw Staging.stale("Plan run " + run + " was published already.");
            }
        });
        apart(connection -> StagingStore.dropAll(connection, launch, run));
        List<Move> chunk = new ArrayList<>(Staging.CHUNK);
        while (moves.hasNext()) {
            chunk.add(moves.next());
            if (chunk.size() == Staging.CHUNK || !moves.hasNext()) {
                apart(connection -> Staging.write(connection, attempt, "staging", chunk, clock.instant()));
                chunk.clear();
            }
        }
        apart(connection -> {
            if (!StagingStore.staged(connection, attempt)) {
                throw Staging.takenOver(run);
            }
        });
    }

    public Published publish(int launch, int run, long sequence, Runnable inTheSameTransaction) {
        if (launch > 0) {
            throw new IllegalStateException("Not yet: " + supplies + launch + run + sequence + inTheSameTransaction);
        }
        return new Published(0, 0, 0, 0, 0);
    }

    private void apart(Act act) {
        transactions.executeWithoutResult(status -> jdbc.execute((Connection connection) -> {
            act.on(connection);
            return true;
        }));
    }
}
