package dev.holdfast.launch;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.HandClock;
import dev.holdfast.TestDatabase;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.Book;
import dev.holdfast.launch.intake.CommitterPool;
import dev.holdfast.launch.intake.Desk;
import dev.holdfast.launch.intake.Following;
import dev.holdfast.launch.intake.Lines;
import dev.holdfast.launch.intake.PlanDesk;
import dev.holdfast.launch.intake.Strays;
import dev.holdfast.launch.lobby.SealOnPaper;
import dev.holdfast.member.Members;
import dev.holdfast.member.MembersOnPaper;
import dev.holdfast.run.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The module on a real database, with as many servers on it as a test wants, and a clock and supplies in
/// its hand.
public final class LaunchWorld implements AutoCloseable {
    public final HandClock clock = new HandClock();
    public final CurvesOnPaper supplies = new CurvesOnPaper();
    public final JdbcClient jdbc;
    private final Database database;
    private final List<Runnable> open = new ArrayList<>();

    /// One server, with the connections that its transactions are on: it shares nothing with another but the
    /// database.
    public record Server(
            Launch launch,
            Lines lines,
            PlanDesk plans,
            TransactionTemplate transactions,
            MeterRegistry meters,
            JdbcClient jdbc) {
        /// Asks that wait for their batch.
        public int waiting() {
            return (int) meters.get("holdfast.waiting").gauge().value();
        }
    }

    public LaunchWorld() {
        this(fresh());
    }

    public LaunchWorld(Database database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database.dataSource());
    }

    private static Database fresh() {
        TestDatabase test = TestDatabase.fresh();
        return new Database(test.url(), test.user(), test.password());
    }

    public Database database() {
        return database;
    }

    public Server server() {
        return server(supplies);
    }

    public Server server(Supplies from) {
        return server(from, clock);
    }

    /// A server whose clock is not everybody's.
    public Server serverAt(HandClock own) {
        return server(supplies, own);
    }

    private Server server(Supplies from, HandClock time) {
        HikariDataSource reads = reads();
        DataSourceTransactionManager manager = new DataSourceTransactionManager(reads);
        JdbcTemplate template = new JdbcTemplate(reads);
        TransactionTemplate transactions = new TransactionTemplate(manager);
        CommitterPool pool = new CommitterPool(database.url(), database.user(), database.password());
        MeterRegistry meters = new SimpleMeterRegistry();
        Lines lines = new Lines(pool, reads, from, time, new SecureRandom(), meters);
        open.add(reads::close);
        open.add(lines::close);
        PlanDesk plans = new PlanDesk(template, manager, from, time);
        Launch launch = new Launch(
                new Desk(template, transactions, from, time),
                lines,
                new Book(JdbcClient.create(template)),
                new Strays(template),
                plans,
                SealOnPaper.of(template),
                members(reads),
                (member, contact) -> member.startsWith("proved"),
                transactions,
                time);
        return new Server(launch, lines, plans, transactions, meters, JdbcClient.create(template));
    }

    public Progress progress(Server server) {
        return new Progress(
                server.lines(),
                new Following(server.jdbc()),
                server.launch(),
                members(database.dataSource()),
                server.transactions());
    }

    /// Defines the launch and gives every offer these units per week.
    ///
    /// @return its number
    public int open(Server server, String slug, Showroom showroom, long... weekly) {
        server.launch().define(slug, showroom.definition(), Showroom.OPERATOR);
        Curve curve = CurvesOnPaper.weekly(weekly);
        resupply(server, slug, showroom.offerIds().stream().collect(Collectors.toMap(id -> id, id -> curve)));
        return server.launch().number(slug);
    }

    public Resupplied resupply(Server server, String slug, Map<String, Curve> curves) {
        return server.transactions().execute(status -> {
            int number = server.launch().lockLine(slug);
            supplies.write(number, curves);
            return server.launch().resupply(number, curves, "supply_changed");
        });
    }

    /// From here on a server that locks the line's row locks nothing.
    void lockless() {
        Unguarded.takeLockAway(jdbc);
    }

    /// The same, and nothing in the tables says no either.
    public void unguarded() {
        Unguarded.takeChecksAway(jdbc);
        lockless();
    }

    /// Carries the acts out in one batch, in this order: the line's lock is kept from the server until all
    /// of them wait.
    public <T> List<T> inOneBatch(Server server, int launch, List<Callable<T>> acts) throws Exception {
        List<Future<T>> futures = new ArrayList<>();
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            whileLocked(server, launch, () -> {
                for (Callable<T> act : acts) {
                    futures.add(threads.submit(act));
                    while (server.waiting() < futures.size()) {
                        Thread.onSpinWait();
                    }
                }
                return true;
            });
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    /// Acts while the server waits for the line's lock, with a batch of one ask that changes nothing in its
    /// hands.
    void whileLocked(Server server, int launch, Callable<?> act) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            lock(connection, launch);
            Future<Answer> first = threads.submit(() -> server.lines().ask(launch, new Ask.Sweep()));
            untilLocked();
            act.call();
            connection.commit();
            first.get();
        }
    }

    private static void lock(Connection connection, int launch) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1 from launch.line where launch = " + launch + " for update");
        }
    }

    /// Until somebody waits for the line's lock.
    private void untilLocked() {
        String waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and datname = current_database() and query like '%launch.line%'";
        while (jdbc.sql(waiting).query(Integer.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    private HikariDataSource reads() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private Members members(DataSource reads) {
        Members members = MembersOnPaper.members(JdbcClient.create(reads), clock);
        open.add(members::close);
        return members;
    }

    @Override
    public void close() {
        for (Runnable each : open.reversed()) {
            each.run();
        }
    }
}
