package dev.holdfast.run;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// The operator's own PostgreSQL, named by HOLDFAST_DB_URL; nothing embedded starts then.
final class OwnDatabase {
    private static final String URL = "HOLDFAST_DB_URL";

    private OwnDatabase() {}

    static Optional<Database> in(Map<String, String> environment) {
        var url = environment.get(URL);
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        check(url);
        return Optional.of(new Database(
                url,
                environment.getOrDefault("HOLDFAST_DB_USER", ""),
                environment.getOrDefault("HOLDFAST_DB_PASSWORD", "")));
    }

    private static void check(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException _) {
            // The value is not repeated: it may hold a password.
            throw new CannotStart(
                    URL + " is not a JDBC url of PostgreSQL: write it as jdbc:postgresql://host:5432/database,"
                            + " with HOLDFAST_DB_USER and HOLDFAST_DB_PASSWORD beside it.");
        }
    }

    /// Where it is, without anything secret the url may carry.
    static String place(Database database) {
        return database.url().replaceFirst("\\?.*$", "").replaceFirst("//[^/@]*@", "//");
    }
}
