package dev.holdfast.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the schema of every module up to date, each from its own folder and with its own history.
///
/// Modules are found on the class path, never listed, so that a new one cannot be forgotten. A database that has seen
/// a newer Holdfast is refused: an older program would not know what the newer one relies on.
public final class Migrations {
    /// Those below come first, because a newer module may look at nothing but must find the ground in place.
    private static final List<String> ORDER =
            List.of("kernel", "member", "launch", "supply", "delivery", "community", "service");

    static final String HISTORY = "holdfast_migration";
    private static final Pattern MODULE = Pattern.compile("db/migration/([a-z_]+)/[^/]+$");
    /// Any fixed number: it keeps two instances that start together from migrating at the same time.
    private static final String ONE_MIGRATES = "select pg_advisory_lock(4017231)";

    private static final String RIGHTS = """
            select current_user as role, current_database() as name,
                   has_database_privilege(current_database(), 'create') as may_create
            """;
    private static final String MODULES_IN_DATABASE =
            "select schemaname from pg_tables where tablename = '" + HISTORY + "' order by schemaname";

    private Migrations() {}

    public static void migrate(Database database) throws SQLException, IOException {
        var modules = modules();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            refuseWithoutRights(statement);
            statement.execute(ONE_MIGRATES);
            refuseUnknown(connection, modules);
            var flyways =
                    modules.stream().map(module -> flyway(database, module)).toList();
            flyways.forEach(Migrations::refuseNewer);
            flyways.forEach(Flyway::migrate);
        }
    }

    static List<String> modules() throws IOException {
        var found = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
            var matcher = MODULE.matcher(file.getURL().toString());
            if (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return inOrder(found);
    }

    static List<String> inOrder(Collection<String> modules) {
        return modules.stream()
                .sorted(Comparator.<String>comparingInt(
                                module -> ORDER.contains(module) ? ORDER.indexOf(module) : ORDER.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Flyway flyway(Database database, String module) {
        var configuration = Flyway.configure()
                .dataSource(database.dataSource())
                .schemas(module)
                .defaultSchema(module)
                .table(HISTORY)
                // Features get ranges of numbers and are finished in any order: a lower one may come later.
                .outOfOrder(true)
                .locations("classpath:db/migration/" + module);
        // Else Flyway's own lock, held in a transaction, makes `create index concurrently` wait for ever.
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.load();
    }

    private static void refuseWithoutRights(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(RIGHTS)) {
            row.next();
            if (!row.getBoolean("may_create")) {
                var role = row.getString("role");
                throw new CannotStart("The role '" + role + "' may not make schemas in the database '"
                        + row.getString("name") + "': as its owner, run: grant create on database "
                        + row.getString("name") + " to " + role + ".");
            }
        }
    }

    private static void refuseUnknown(Connection connection, List<String> modules) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MODULES_IN_DATABASE)) {
            while (rows.next()) {
                var module = rows.getString(1);
                if (!modules.contains(module)) {
                    throw newer("it holds a module '" + module + "' that this one does not know");
                }
            }
        }
    }

    private static void refuseNewer(Flyway flyway) {
        for (var step : flyway.info().all()) {
            if (step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED) {
                throw newer("schema '" + flyway.getConfiguration().getDefaultSchema() + "' is at step "
                        + step.getVersion() + ", which this one does not know");
            }
        }
    }

    private static CannotStart newer(String how) {
        return new CannotStart("This database belongs to a newer Holdfast (" + how
                + "): start the newer version, or choose another folder with --data.");
    }
}
