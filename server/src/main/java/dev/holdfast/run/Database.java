package dev.holdfast.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Where a database is and who may enter it; an empty user or password means that the url says it.
public record Database(String url, String user, String password) {
    /// An unpooled connection; for start-up work, not for serving.
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /// A source of unpooled connections.
    public DataSource dataSource() {
        var properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return new DriverManagerDataSource(url, properties);
    }

    /// Never shows the password: records end up in logs.
    @Override
    public String toString() {
        return "Database[user=" + user + "]";
    }
}
