package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Check;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Supplies;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commits whatever has queued for one line while the last commit was under way: one transaction, one wait for the
/// disk, however many asked.
///
/// There is no timer. Alone, an order is committed at once; in a rush the batches grow by themselves until the
/// database keeps up. The line's row is locked first, so several instances take turns and each sees what the other
/// wrote; whatever this one held in memory is then brought forward or read again. Answers go out after the commit.
/// When a commit fails nobody is told yes: the asks are answered "try again", and the same keys end exactly once.
final class Committer implements AutoCloseable {
    /// Asks that may wait. At 10,000 orders a second this is two seconds' worth; beyond it a "try again" serves a fan
    /// better than a longer wait.
    static final int MAX_WAITING = 20_000;

    /// Asks in one transaction. Larger batches gain nothing and make the first in them wait for the last.
    static final int MAX_BATCH = 2_000;

    /// Classes of SQLSTATE: connection, transaction rollback, resources, operator intervention, system error.
    private static final Set<String> AWAY = Set.of("08", "40", "53", "57", "58");

    private static final Duration MAX_CLOSE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);

    private final int launch;
    private final CommitterPool pool;
    private final Supplies supplies;
    private final Known known;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final IntakeMeters meters;
    private final Waiting<Pending> waiting = new Waiting<>(MAX_WAITING);
    private final Thread thread;

    /// @param sinceNs when it was asked, as [System#nanoTime] tells
    private record Pending(Ask ask, CompletableFuture<Answer> answer, long sinceNs) {}

    Committer(
            Known known,
            CommitterPool pool,
            Supplies supplies,
            InstantSource clock,
            RandomGenerator random,
            IntakeMeters meters) {
        this.launch = known.launch();
        this.known = known;
        this.pool = pool;
        this.supplies = supplies;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
        this.thread =
                Thread.ofPlatform().name("committer-" + launch).daemon(true).start(this::run);
    }

    /// Queues an ask. The answer comes once it is durable.
    ///
    /// @throws Problem when too many wait already
    CompletableFuture<Answer> ask(Ask ask) {
        Pending pending = new Pending(ask, new CompletableFuture<>(), System.nanoTime());
        if (!waiting.letIn(pending)) {
            meters.turnedAway(launch);
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "overloaded",
                    "More than " + MAX_WAITING + " requests wait for this launch. Nothing was changed. Send the same"
                            + " request, with the same key, again in a second.");
        }
        return pending.answer();
    }

    int waiting() {
        return waiting.size();
    }

    private void run() {
        List<Pending> batch = new ArrayList<>(MAX_BATCH);
        while (!waiting.isOver()) {
            try {
                waiting.take(batch, MAX_BATCH);
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            } catch (InterruptedException stopping) {
                waiting.close();
            } catch (Throwable fault) {
                // Nobody else commits this line here: the thread has to outlive whatever one batch does to it.
                LOG.error("A batch of {} asks failed.", batch.size(), fault);
                batch.forEach(pending -> pending.answer().completeExceptionally(fault));
            } finally {
                batch.clear();
            }
        }
    }

    private void commit(List<Pending> batch) {
        try {
            answer(batch, commitAsks(batch));
        } catch (SQLException | RuntimeException failure) {
            if (isAway(failure)) {
                unavailable(batch, failure);
            } else {
                // A fault of ours in one ask must not take its whole batch with it, again and again.
                LOG.error("A batch of {} asks failed; each is now tried alone.", batch.size(), failure);
                commitOneByOne(batch);
            }
        }
    }

    private void commitOneByOne(List<Pending> batch) {
        for (Pending pending : batch) {
            List<Pending> alone = List.of(pending);
            try {
                answer(alone, commitAsks(alone));
            } catch (SQLException | RuntimeException failure) {
                if (isAway(failure)) {
                    unavailable(alone, failure);
                } else {
                    LOG.error(
                            "A {} cannot be carried out.",
                            pending.ask().getClass().getSimpleName(),
                            failure);
                    pending.answer().completeExceptionally(new IllegalStateException("An ask failed.", failure));
                }
            }
        }
    }

    /// Whether the database cannot be had just now, rather than refuses what it was told.
    ///
    /// A supply reads through others, who wrap what the database said.
    private static boolean isAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            boolean passing = cause instanceof SQLTransientException;
            if (passing || (state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2)))) {
                return true;
            }
        }
        return false;
    }

    private List<Answer> commitAsks(List<Pending> batch) throws SQLException {
        long start = System.nanoTime();
        List<Ask> asks = batch.stream().map(Pending::ask).toList();
        try (Connection connection = pool.connection()) {
            Decision decision;
            try {
                LineRow row = LineStore.lock(connection, launch);
                LineState state = current(connection, row);
                Instant now = clock.instant();
                decision = Batch.decide(state, BatchStore.read(connection, state, asks, now), asks, now, random);
                if (decision.changesNothing(state)) {
                    connection.rollback();
                    known.learn(state);
                } else {
                    BatchStore.write(connection, decision);
                    connection.commit();
                    known.learn(decision.after());
                }
            } catch (SQLException | RuntimeException failure) {
                rollback(connection);
                throw failure;
            }
            meters.committed(batch.size(), System.nanoTime() - start);
            return decision.answers();
        }
    }

    private LineState current(Connection connection, LineRow row) throws SQLException {
        Optional<LineState> held = known.at(row.sequence());
        if (held.isPresent()) {
            return held.get().with(row);
        }
        LineState latest = known.latest();
        if (latest != null && latest.sequence() > row.sequence()) {
            // Only a database that was put back to an earlier state knows less than we do: what we know is not true.
            known.forget();
            latest = null;
        }
        LineState state = LineStore.current(connection, launch, latest, supplies);
        Check.that(state.sequence() == row.sequence(), "At %s, the row at %s.", state.sequence(), row.sequence());
        return state.with(row);
    }

    private void answer(List<Pending> batch, List<Answer> answers) {
        long now = System.nanoTime();
        for (int i = 0; i < batch.size(); i++) {
            meters.answered(launch, answers.get(i), now - batch.get(i).sinceNs());
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    private void unavailable(List<Pending> batch, Exception failure) {
        LOG.warn("The database did not take a batch of {} asks: {}", batch.size(), failure.getMessage());
        Problem problem = new Problem(
                Problem.Kind.CAPACITY,
                "try_again",
                "The database is not available just now, so it is not known whether this request was carried out."
                        + " Send it again with the same key: it will be carried out once.",
                List.of(),
                failure);
        meters.unavailable(launch, batch.size());
        batch.forEach(pending -> pending.answer().completeExceptionally(problem));
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            LOG.debug("Nothing to roll back: the connection is gone.", lost);
        }
    }

    /// Takes no more asks, and waits until those that wait are answered.
    @Override
    public void close() {
        waiting.close();
        thread.interrupt();
        try {
            thread.join(MAX_CLOSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
