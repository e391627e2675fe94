package dev.holdfast.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Watches a publication from beside: reads every other millisecond how far its rows have come, so that the product
/// needs no clocks for the sake of a measurement.
final class ActWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    /// Whoever locks a row of `launch.line` holds a lock of this mode on the table until the transaction ends.
    private static final String NOW = """
            select
              (select state from launch.staging where launch = ? and run = ?),
              exists (select from launch.publication where launch = ? and run = ?),
              exists (select from pg_locks
                      where relation = 'launch.line'::regclass and mode = 'RowShareLock' and granted),
              coalesce((select c.number >= (select max(p.number) from launch.promise p
                                            where p.launch = q.launch and p.plan_run = q.run)
                        from launch.news_cursor c join launch.publication q
                          on q.launch = c.launch and q.sequence = c.sequence
                        where c.launch = ? and c.stream = 'plan' and q.run = ?), false)""";

    private final Connection connection;
    private final int launch;
    private final int run;
    private final Thread thread = Thread.ofPlatform().name("act-watch").unstarted(this::watch);
    private final long began = System.nanoTime();
    private @Nullable SQLException fault;

    private long stagingAt;
    private long stagedAt;
    private long publishedAt;
    private long toldAt;
    private long lockedNanos;

    ActWatch(Connection connection, int launch, int run) {
        this.connection = connection;
        this.launch = launch;
        this.run = run;
    }

    /// In seconds.
    ///
    /// @param reading   from the request to the first row written: the run, and the line as it is now
    /// @param flip      with the catch-up before the lock
    /// @param underLock the longest time for which the line was locked at a stretch, to 2 ms
    /// @param news      from the publication until the last letter was queued
    record Parts(double reading, double staging, double flip, double underLock, double news) {}

    void start() {
        thread.start();
    }

    Parts await() throws InterruptedException, SQLException, IOException {
        thread.join();
        if (fault != null) {
            throw fault;
        }
        if (toldAt == 0) {
            throw new IOException("The news of run " + run + " was not told within five minutes.");
        }
        return new Parts(
                (stagingAt - began) / 1e9,
                (stagedAt - stagingAt) / 1e9,
                (publishedAt - stagedAt) / 1e9,
                lockedNanos / 1e9,
                (toldAt - publishedAt) / 1e9);
    }

    private void watch() {
        try (PreparedStatement statement = connection.prepareStatement(NOW)) {
            for (int parameter = 1; parameter <= 5; parameter += 2) {
                statement.setInt(parameter, launch);
                statement.setInt(parameter + 1, run);
            }
            long lockedSince = 0;
            while (toldAt == 0 && System.nanoTime() - began < PATIENCE_NANOS) {
                boolean isLocked = look(statement);
                long now = System.nanoTime();
                lockedSince = isLocked ? (lockedSince == 0 ? now : lockedSince) : 0;
                lockedNanos = Math.max(lockedNanos, isLocked ? now - lockedSince : 0);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException broken) {
            fault = broken;
        }
    }

    private boolean look(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            String state = row.getString(1);
            long now = System.nanoTime();
            boolean isPublished = row.getBoolean(2);
            stagingAt = stagingAt == 0 && (state != null || isPublished) ? now : stagingAt;
            boolean isStaged = isPublished || (state != null && !state.equals("staging"));
            stagedAt = stagedAt == 0 && isStaged ? now : stagedAt;
            publishedAt = publishedAt == 0 && isPublished ? now : publishedAt;
            toldAt = row.getBoolean(4) ? now : 0;
            return row.getBoolean(3);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
