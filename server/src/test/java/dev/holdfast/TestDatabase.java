package dev.holdfast;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.run.Database;
import dev.holdfast.run.Migrations;
import dev.holdfast.run.Postgres;
import dev.holdfast.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/// A real, empty, migrated database for one test; all of them live in one embedded server per test JVM.
///
/// The server keeps fsync on: a test of durability on a server without it would prove nothing.
public record TestDatabase(String url, String user, String password, DataSource dataSource) {
    private static final AtomicLong NUMBER = new AtomicLong();

    /// A new database with every module's schema, entered as the application would.
    public static TestDatabase fresh() {
        var database = create(Migrated.NAME);
        return new TestDatabase(database.url(), database.user(), database.password(), database.dataSource());
    }

    /// A new database with nothing in it.
    public static Database empty() {
        return create("template1");
    }

    private static Database create(String template) {
        return create("test_" + NUMBER.incrementAndGet(), template);
    }

    private static Database create(String name, String template) {
        var owner = Server.POSTGRES.database();
        try (var connection = Server.POSTGRES.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + owner.user() + " template " + template);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database " + name + " could not be made", failure);
        }
        var url = owner.url().replaceFirst("/[^/]+$", "/" + name);
        return new Database(url, owner.user(), owner.password());
    }

    /// Connections for acts that are at once; whoever asks closes it.
    public HikariDataSource pool(int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    /// Closes it to everybody and throws out who is in, as when its server is away; or opens it again.
    public void away(boolean away) {
        var name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        try (var connection = Server.POSTGRES.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + name + " allow_connections " + !away);
            if (away) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The database " + name + " could not be closed or opened", failure);
        }
    }

    /// Migrated once and copied for each test: a copy is made in a fraction of the time.
    private static final class Migrated {
        static final String NAME = migrate("migrated");

        private static String migrate(String name) {
            try {
                Migrations.migrate(create(name, "template1"));
                return name;
            } catch (SQLException | IOException failure) {
                throw new IllegalStateException("A fresh database could not be migrated", failure);
            }
        }
    }

    /// Started when the first test asks, stopped and deleted with the JVM.
    private static final class Server {
        static final Postgres POSTGRES = start();

        private static Postgres start() {
            try {
                var folder = Files.createTempDirectory("holdfast-test-");
                var postgres = Postgres.start(folder, Progress.SILENT);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, folder)));
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        /// Killed: a stop would first make everything durable that is deleted next.
        private static void end(Postgres postgres, Path folder) {
            try {
                postgres.process().destroyForcibly();
                postgres.process().onExit().join();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException failure) {
                System.err.println("The test database was not cleaned up: " + failure);
            }
        }
    }
}
