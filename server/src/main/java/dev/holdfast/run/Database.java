package dev.holdfast.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Where a database is and who may enter it.
public record Database(String url, String user, String password) {
    /// An unpooled connection; for start-up work, not for serving.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /// A source of unpooled connections.
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, user, password);
    }

    /// Never shows the password: records end up in logs.
    @Override
    public String toString() {
        return "Database[" + url + ", user=" + user + "]";
    }
}
