package dev.holdfast.bench.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.run.Database;
import dev.holdfast.run.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/// PostgreSQL alone, asked by JDBC without a server in front: the least that an order can cost on this database.
///
/// The pool has as many connections as Holdfast's own; the program that orders is the application here, and its
/// processor time is not counted.
final class SqlPeer implements Peer {
    private static final int CONNECTIONS = 16;
    private static final long MAX_WAIT_MS = 60_000;
    private static final String SCHEMA = """
            create table stock (
              article text primary key,
              units bigint not null check (units >= 0)
            ) with (fillfactor = 10);
            create table unit (number bigint generated always as identity primary key, article text not null);
            create index unit_by_article on unit (article, number);
            create table customer_order (
              number bigint generated always as identity primary key,
              article text not null,
              customer text not null,
              ordered_at timestamptz not null default now()
            )
            """;

    private final Way way;
    private final Postgres postgres;
    private final HikariDataSource pool;

    private SqlPeer(Way way, Postgres postgres, HikariDataSource pool) {
        this.way = way;
        this.postgres = postgres;
        this.pool = pool;
    }

    /// On a database of its own in a PostgreSQL that others use too, though never at the same time.
    static SqlPeer on(Postgres postgres, Way way) throws SQLException {
        Database database = OwnDatabases.create(postgres, "way_" + way.name().toLowerCase(java.util.Locale.ROOT));
        var settings = new HikariConfig();
        settings.setJdbcUrl(database.url());
        settings.setUsername(database.user());
        settings.setPassword(database.password());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(CONNECTIONS);
        settings.setAutoCommit(false);
        settings.setConnectionTimeout(MAX_WAIT_MS);
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        return new SqlPeer(way, postgres, new HikariDataSource(settings));
    }

    @Override
    public String name() {
        return way.title();
    }

    @Override
    public String does() {
        return "the count and a row for the order; no HTTP, no token, no key, no limit, no position, no promise";
    }

    @Override
    public void stock(String article, int units) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            run(connection, "insert into stock (article, units) values (?, " + units + ")", article, "");
            if (way == Way.SKIP_LOCKED) {
                run(
                        connection,
                        "insert into unit (article) select ? from generate_series(1, " + units + ")",
                        article,
                        "");
                run(connection, "analyze unit", article, "");
            }
            connection.commit();
        }
    }

    @Override
    public Buyer buyer(String article) {
        return new Buyer() {
            @Override
            public Answer order(String member) throws SQLException {
                try (Connection connection = pool.getConnection()) {
                    return order(connection, member);
                }
            }

            private Answer order(Connection connection, String member) throws SQLException {
                try {
                    for (String statement : way.statements()) {
                        if (!run(connection, statement, article, member)) {
                            connection.rollback();
                            return Answer.SOLD_OUT;
                        }
                    }
                    connection.commit();
                    return Answer.TAKEN;
                } catch (SQLException refused) {
                    connection.rollback();
                    return Answer.FAILED;
                }
            }

            @Override
            public void close() {}
        };
    }

    /// Whether it met a row.
    private static boolean run(Connection connection, String sql, String article, String member) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameters = (int) sql.chars().filter(letter -> letter == '?').count();
            if (parameters > 0) {
                statement.setString(1, article);
            }
            if (parameters > 1) {
                statement.setString(2, member);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount() > 0;
            }
            try (var rows = statement.getResultSet()) {
                return rows.next();
            }
        }
    }

    @Override
    public long sold(String article) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.prepareStatement("select count(*) from customer_order where article = ?")) {
            statement.setString(1, article);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public Duration cpu() {
        return Processor.time(postgres.process());
    }

    @Override
    public void close() {
        pool.close();
    }
}
