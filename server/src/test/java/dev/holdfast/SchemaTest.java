package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.holdfast.guard.Catalog;
import dev.holdfast.guard.Repository;
import dev.holdfast.run.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The steps of each module lead to exactly the schema that its readable file shows.
class SchemaTest {

    private static final String HISTORY = "holdfast_migration";
    private static final Database SCRATCH = TestDatabase.empty();
    private static final Path DATABASE = Repository.root().resolve("server/src/main/resources/db");

    private static final String PLANTED = """
            create table launch.line (
              launch text primary key,
              taken bigint not null default 0 check (taken >= 0)
            );
            create index line_by_taken on launch.line (taken);
            """;

    @TestFactory
    Stream<DynamicTest> the_steps_lead_to_the_readable_schema() throws IOException {
        TestDatabase migrated = TestDatabase.fresh();
        List<String> modules = modules("migration");
        assertFalse(modules.isEmpty(), "no module has steps, so there is nothing to compare");
        return modules.stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    String readable = readable(module);
                    Catalog steps = catalog(new Database(migrated.url(), migrated.user(), migrated.password()), module);
                    assertSame(steps, catalogAfter(readable, module));
                    assertNotEquals(List.of(), List.copyOf(steps.lines()), "the schema is empty");
                }));
    }

    /// The module's own file, and after it those of its parts: `launch.sql`, then `launch.settlement.sql`.
    private static String readable(String module) throws IOException {
        Path own = DATABASE.resolve("schema/" + module + ".sql");
        StringBuilder readable = new StringBuilder(Files.readString(own));
        try (var files = Files.list(DATABASE.resolve("schema"))) {
            for (Path part : files.sorted().toList()) {
                if (part.getFileName().toString().startsWith(module + ".") && !part.equals(own)) {
                    readable.append(Files.readString(part));
                }
            }
        }
        return readable.toString();
    }

    @Test
    void every_readable_schema_has_steps() throws IOException {
        assertEquals(modules("migration"), modules("schema"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table launch.line add column opened timestamptz",
                "alter table launch.line alter column taken type integer",
                "alter table launch.line alter column taken set default 1",
                "alter table launch.line alter column taken drop not null",
                "alter table launch.line drop constraint line_taken_check",
                "alter table launch.line set (fillfactor = 70)",
                "drop index launch.line_by_taken",
                "create unique index another on launch.line (taken)",
                "create sequence launch.numbers",
                "create type launch.state as enum ('HELD')",
                "create view launch.lines as select launch from launch.line",
                "create function launch.one() returns int language sql as 'select 1'"
            })
    void a_step_that_the_readable_schema_does_not_show_is_caught(String step) throws SQLException {
        Catalog readable = catalogAfter(PLANTED, "launch");
        assertSame(readable, catalogAfter(PLANTED, "launch"));
        Catalog stepped = catalogAfter(PLANTED + step, "launch");
        NavigableSet<String> differences = readable.beyond(stepped);
        differences.addAll(stepped.beyond(readable));
        assertFalse(differences.isEmpty(), step);
    }

    private static void assertSame(Catalog steps, Catalog readable) {
        assertEquals("", String.join("\n", steps.beyond(readable)), "in the steps and not in the readable schema");
        assertEquals("", String.join("\n", readable.beyond(steps)), "in the readable schema and not in the steps");
    }

    /// Nothing is kept: a schema made in a transaction is as good to read, and a hundred databases are slow to stop.
    private static Catalog catalogAfter(String sql, String module) throws SQLException {
        try (var connection = SCRATCH.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema " + module);
            statement.execute(sql);
            Catalog catalog = Catalog.read(connection, module, HISTORY);
            connection.rollback();
            return catalog;
        }
    }

    private static Catalog catalog(Database database, String module) throws SQLException {
        try (var connection = database.connect()) {
            return Catalog.read(connection, module, HISTORY);
        }
    }

    private static List<String> modules(String folder) throws IOException {
        NavigableSet<String> modules = new TreeSet<>();
        try (var files = Files.list(DATABASE.resolve(folder))) {
            files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                    .forEach(modules::add);
        }
        return List.copyOf(modules);
    }
}
