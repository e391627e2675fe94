package dev.holdfast.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Watches a publication from beside: reads every other millisecond how far its rows have come, so that the product
/// needs no clocks for the sake of a measurement. The letters are queued when every stream of news has come to the
/// run's
/// last row: windows moved, questions asked, compensation due.
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
              (select count(*) from launch.publication q
               join launch.news_cursor c on c.launch = q.launch and c.sequence = q.sequence
               where q.launch = ? and q.run = ?
                 and c.number >= case c.stream when 'plan' then ?::bigint when 'plan_consent' then ?::bigint
                   when 'plan_compensation' then ?::bigint end)""";

    private static final int STREAMS = 3;

    /// The last row of each stream; a window that a question tells is told by nothing else while nobody listens. Asked
    /// once, as soon as they are all there.
    private static final String ENDS = """
            select
              coalesce((select max(t.number) from launch.promise t where t.launch = q.launch and t.plan_run = q.run
                and not exists (select from launch.consent a where a.launch = q.launch and a.plan_run = q.run
                  and a.order_id = t.order_id and a.state in ('ASKED', 'WITHDRAWN'))), 0),
              coalesce((select max(t.number) from launch.consent t
                where t.launch = q.launch and t.plan_run = q.run), 0),
              coalesce((select max(t.number) from launch.compensation t
                where t.launch = q.launch and t.plan_run = q.run), 0)
            from launch.publication q where q.launch = ? and q.run = ?""";

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
    record Parts(double reading, double staging, double flip, double underLock, double news) {
        double untilPublished() {
            return reading + staging + flip;
        }
    }

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
            end(statement, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
            boolean isEndKnown = false;
            long lockedSince = 0;
            while (toldAt == 0 && System.nanoTime() - began < PATIENCE_NANOS) {
                boolean isLocked = look(statement);
                long now = System.nanoTime();
                lockedSince = isLocked ? (lockedSince == 0 ? now : lockedSince) : 0;
                lockedNanos = Math.max(lockedNanos, isLocked ? now - lockedSince : 0);
                if (publishedAt != 0 && !isEndKnown) {
                    isEndKnown = true;
                    end(statement);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException broken) {
            fault = broken;
        }
    }

    private void end(PreparedStatement watching) throws SQLException {
        try (Statement settings = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(ENDS)) {
            // The tables have no statistics of rows this young, and row by row this would take minutes.
            settings.execute("set enable_nestloop = off");
            statement.setInt(1, launch);
            statement.setInt(2, run);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                end(watching, row.getLong(1), row.getLong(2), row.getLong(3));
            }
            settings.execute("reset enable_nestloop");
        }
    }

    private static void end(PreparedStatement watching, long promises, long questions, long grants)
            throws SQLException {
        watching.setLong(7, promises);
        watching.setLong(8, questions);
        watching.setLong(9, grants);
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
            toldAt = row.getInt(4) == STREAMS ? now : 0;
            return row.getBoolean(3);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
