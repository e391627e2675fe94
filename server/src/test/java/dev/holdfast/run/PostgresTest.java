package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class PostgresTest {
    private static final String BUSY_BACKENDS =
            "select count(*) from pg_stat_activity where state = 'active' and query like 'do %'";

    private Path data = Path.of("/nowhere");

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createTempDirectory("holdfast-postgres-test-");
    }

    @AfterEach
    void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void aSecondStartFindsWhatTheFirstOneKept() throws Exception {
        try (var postgres = Postgres.start(data, Progress.SILENT)) {
            execute(postgres, "create table kept (n int)");
            execute(postgres, "insert into kept values (42)");
        }
        try (var postgres = Postgres.start(data, Progress.SILENT)) {
            assertThat(number(postgres, "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void theApplicationHasLeastRights() throws Exception {
        try (var postgres = Postgres.start(data, Progress.SILENT)) {
            assertThatThrownBy(() -> execute(postgres, "create role intruder superuser"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(postgres, "create database another"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void isSetUpToKeepWhatItAcknowledges() throws Exception {
        try (var postgres = Postgres.start(data, Progress.SILENT);
                var connection = postgres.database().connect()) {
            Durability.check(connection);
            assertThat(number(postgres, "select (current_setting('data_checksums') = 'on')::int"))
                    .isEqualTo(1);
        }
        try (var postgres = Postgres.start(data, List.of("fsync=off"), Progress.SILENT);
                var connection = postgres.database().connect()) {
            assertThatThrownBy(() -> Durability.check(connection))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("fsync=off");
        }
    }

    @Test
    void recoversFromAKilledServer() throws Exception {
        var postgres = Postgres.start(data, Progress.SILENT);
        execute(postgres, "create table kept (n int)");
        execute(postgres, "insert into kept values (42)");
        postgres.process().destroyForcibly();
        postgres.process().onExit().get(10, TimeUnit.SECONDS);
        try (var again = Postgres.start(data, Progress.SILENT)) {
            assertThat(number(again, "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainOnTheSamePort() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        try (var postgres = Postgres.start(data, lines::add)) {
            postgres.keepAlive(lines::add);
            execute(postgres, "create table kept (n int)");
            execute(postgres, "insert into kept values (42)");
            lines.clear();
            postgres.process().destroyForcibly();
            assertThat(lines.poll(10, TimeUnit.SECONDS)).contains("has died");
            assertThat(lines.poll(30, TimeUnit.SECONDS)).contains("serves again");
            assertThat(number(postgres, "select n from kept")).isEqualTo(42);
        }
    }

    @Test
    void stopsTheServerThatAKilledHoldfastLeftBehind() throws Exception {
        var orphan = Postgres.start(data, Progress.SILENT);
        execute(orphan, "create table kept (n int)");
        execute(orphan, "insert into kept values (42)");
        try (var again = Postgres.start(data, Progress.SILENT)) {
            assertThat(orphan.process().isAlive()).isFalse();
            assertThat(number(again, "select n from kept")).isEqualTo(42);
        }
    }

    /// PostgreSQL waits for nobody: it says that the folder is in use and ends, for as long as the backend lives.
    @Test
    void waitsForABusyBackendThatOutlivesItsKilledServer() throws Exception {
        var postgres = Postgres.start(data, Progress.SILENT);
        try (var busy = postgres.database().connect();
                var statement = busy.createStatement()) {
            var asked = CompletableFuture.runAsync(() -> keepBusy(statement));
            while (number(postgres, BUSY_BACKENDS) == 0) {
                assertThat(asked).isNotDone();
            }
            postgres.process().destroyForcibly();
            postgres.process().onExit().get(10, TimeUnit.SECONDS);
            Postgres.start(data, Progress.SILENT).close();
        }
        assertThat(Files.readString(data.resolve("postgres").resolve("postgres.log")))
                .as("otherwise this test has shown nothing")
                .contains("pre-existing shared memory block");
    }

    /// Looks at the clock without ever waiting, because a backend that waits notices the death of its server.
    private static void keepBusy(Statement statement) {
        try {
            statement.execute("""
                    do $$ declare began timestamptz := clock_timestamp();
                    begin while clock_timestamp() < began + interval '3 seconds' loop end loop; end $$""");
        } catch (SQLException _) {
            // Its server is dead; that is the point.
        }
    }

    @Test
    void aPidFileWhoseNumberNowBelongsToSomebodyElseIsNoObstacle() throws Exception {
        Postgres.start(data, Progress.SILENT).close();
        var home = data.resolve("postgres");
        // Of the same user, so that PostgreSQL could stop it if it were asked to.
        var user = ServerUser.choose(home, Path.of("unused"));
        var bystander = new ProcessBuilder(user.command(List.of("sleep", "60"))).start();
        try {
            var cluster = home.resolve("cluster");
            Files.writeString(
                    cluster.resolve("postmaster.pid"), bystander.pid() + "\n" + cluster + "\n1\n5432\n\n127.0.0.1\n");
            Postgres.start(data, Progress.SILENT).close();
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aClusterOfAnotherMajorVersionIsRefused() throws Exception {
        Postgres.start(data, Progress.SILENT).close();
        var version = data.resolve("postgres").resolve("cluster").resolve("PG_VERSION");
        Files.writeString(version, "19\n");
        assertThatThrownBy(() -> Postgres.start(data, Progress.SILENT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 19");
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (var connection = postgres.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Postgres postgres, String sql) throws SQLException {
        try (var connection = postgres.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
