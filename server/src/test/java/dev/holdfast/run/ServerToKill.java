package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// A real server that is killed in the middle of something. What it stands in the middle of is held by a lock, so that
/// it is no matter of luck.
final class ServerToKill implements AutoCloseable {
    private static final int MAX_PAUSES = 1_200;

    /// Whoever waits for a lock and says this.
    private static final String WAITING = """
            select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
              and query like '%%%s%%'
            """;

    private final Database database;
    private final FarAway sender;
    private final Path data;
    private @Nullable HoldfastProcess server;

    /// @param sender is told where the server is whenever it starts
    ServerToKill(Database database, FarAway sender) {
        this.database = database;
        this.sender = sender;
        try {
            this.data = Files.createTempDirectory("holdfast-killed-test-");
        } catch (IOException noRoom) {
            throw new AssertionError("No folder can be made", noRoom);
        }
    }

    interface Act {
        void run() throws SQLException;
    }

    HoldfastProcess start() throws IOException {
        HoldfastProcess next = HoldfastProcess.start(data, FarAway.environment(database));
        server = next;
        sender.talksTo(next.address());
        return next;
    }

    /// Starts a server, and kills it while it waits for what is locked.
    void killedWhile(String lock, String waitsFor, Act before) throws SQLException, IOException {
        try (Connection guard = database.connect();
                Statement statement = guard.createStatement()) {
            guard.setAutoCommit(false);
            statement.execute(lock);
            HoldfastProcess doomed = start();
            before.run();
            awaitWaiting(waitsFor);
            doomed.kill();
            guard.rollback();
        }
        // The last word of the dead one has reached the database once nobody says it any more.
        await(WAITING.formatted(waitsFor).replace("wait_event_type = 'Lock'", "state <> 'idle'"), 1);
    }

    private void awaitWaiting(String waitsFor) throws SQLException {
        for (int i = 0; i < MAX_PAUSES && count(WAITING.formatted(waitsFor)) == 0; i++) {
            FarAway.pause();
        }
        assertThat(count(WAITING.formatted(waitsFor)))
                .as("waits for " + waitsFor)
                .isPositive();
    }

    void await(String sql, long wanted) throws SQLException {
        for (int i = 0; i < MAX_PAUSES && count(sql) != wanted; i++) {
            FarAway.pause();
        }
        assertThat(count(sql)).as(sql).isEqualTo(wanted);
    }

    long count(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        HoldfastProcess last = server;
        if (last != null) {
            last.close();
        }
        FileSystemUtils.deleteRecursively(data);
    }
}
