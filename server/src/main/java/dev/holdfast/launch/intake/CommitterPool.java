package dev.holdfast.launch.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/// The connections that committers write through, apart from those that answer questions, so that a rush of readers
/// cannot keep an order waiting.
///
/// Their planner may use indexes and nothing else. It cannot know how many rows `unnest` gives, and on a book that
/// grows under it chose a hash join over a sequential scan of all orders: ten times the cost at a few thousand orders,
/// and worse with each one.
public final class CommitterPool implements AutoCloseable {
    /// Launches that write at the very same moment on this instance; more wait their turn.
    private static final int MAX_CONNECTIONS = 8;

    /// While the database is away, orders are answered "try again" after this long rather than pile up.
    private static final long CONNECT_TIMEOUT_MS = 2_000;

    static final String INDEXES_ONLY = "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off"
            + " -c plan_cache_mode=force_generic_plan -c jit=off";

    private final HikariDataSource pool;

    public CommitterPool(String url, String user, String password) {
        Properties driver = new Properties();
        driver.setProperty("options", INDEXES_ONLY);
        driver.setProperty("ApplicationName", "holdfast committer");
        driver.setProperty("prepareThreshold", "1");
        driver.setProperty("socketTimeout", "120");
        driver.setProperty("tcpKeepAlive", "true");
        HikariConfig config = new HikariConfig();
        config.setPoolName("committers");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setDataSourceProperties(driver);
        config.setAutoCommit(false);
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setConnectionTimeout(CONNECT_TIMEOUT_MS);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
