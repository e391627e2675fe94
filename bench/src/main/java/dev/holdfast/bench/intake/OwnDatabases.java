package dev.holdfast.bench.intake;

import dev.holdfast.run.Database;
import dev.holdfast.run.Postgres;
import java.sql.Connection;
import java.sql.SQLException;

/// Databases beside Holdfast's in one PostgreSQL.
final class OwnDatabases {
    private OwnDatabases() {}

    static Database create(Postgres postgres, String name) throws SQLException {
        Database application = postgres.database();
        try (Connection connection = postgres.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + application.user());
        }
        String url = application.url().replaceFirst("/[^/]*$", "/" + name);
        return new Database(url, application.user(), application.password());
    }
}
