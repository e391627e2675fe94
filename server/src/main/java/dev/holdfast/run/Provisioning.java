package dev.holdfast.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/// Makes the role and database of the application in a new embedded server.
///
/// Asking whether the application can enter is both the cheapest check of a later start and the one that heals a
/// first start which was killed half-way.
final class Provisioning {
    /// Wrong password (also of a role that is not there), no such database.
    private static final Set<String> NOT_YET = Set.of("28P01", "28000", "3D000");

    private static final String HAS_ROLE = "select 1 from pg_roles where rolname = 'holdfast'";
    private static final String HAS_DATABASE = "select 1 from pg_database where datname = 'holdfast'";

    private Provisioning() {}

    static void ensure(Database administrator, Database application) throws SQLException {
        try (var _ = application.connect()) {
            return;
        } catch (SQLException refused) {
            if (!NOT_YET.contains(refused.getSQLState())) {
                throw refused;
            }
        }
        try (var connection = administrator.connect()) {
            make(connection, application.password());
        }
    }

    /// The password is of our own alphabet (URL-safe base64), so quoting it is safe; DDL takes no parameters.
    private static void make(Connection connection, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!has(connection, HAS_ROLE)) {
                statement.execute("create role holdfast login nosuperuser nocreatedb nocreaterole noreplication");
            }
            statement.execute("alter role holdfast password '" + password + "'");
            if (!has(connection, HAS_DATABASE)) {
                statement.execute("create database holdfast owner holdfast");
            }
            statement.execute("revoke all on database holdfast from public");
        }
    }

    private static boolean has(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }
}
