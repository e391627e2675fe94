package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void bringsEveryModuleUpToDateAndIsIdempotent() throws Exception {
        var database = TestDatabase.empty();
        Migrations.migrate(database);
        assertThatCode(() -> Migrations.migrate(database)).doesNotThrowAnyException();
        for (var module : Migrations.modules()) {
            assertThat(count(database, module)).as(module).isPositive();
        }
    }

    @Test
    void appliesTheModulesFromTheGroundUp() {
        assertThat(Migrations.inOrder(List.of("launch", "zebra", "supply", "kernel", "member")))
                .containsExactly("kernel", "member", "launch", "supply", "zebra");
    }

    @Test
    void refusesADatabaseThatKnowsAModuleThisProgramDoesNot() throws Exception {
        var database = TestDatabase.empty();
        execute(database, "create schema tomorrow");
        execute(database, "create table tomorrow.holdfast_migration (n int)");
        assertThatThrownBy(() -> Migrations.migrate(database))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("newer Holdfast")
                .hasMessageContaining("'tomorrow'");
    }

    @Test
    void refusesARoleThatMayNotMakeSchemas() throws Exception {
        var database = TestDatabase.empty();
        var name = database.url().replaceFirst(".*/", "");
        execute(database, "revoke create on database " + name + " from " + database.user());
        assertThatThrownBy(() -> Migrations.migrate(database))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("grant create on database");
    }

    @Test
    void refusesADatabaseWhoseModuleIsAhead() throws Exception {
        var database = TestDatabase.empty();
        Migrations.migrate(database);
        for (var module : Migrations.modules()) {
            execute(database, """
                    insert into %s.holdfast_migration
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'test', 1, true)
                    """.formatted(module));
            assertThatThrownBy(() -> Migrations.migrate(database))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(module)
                    .hasMessageContaining("9999");
            execute(database, "delete from " + module + ".holdfast_migration where version = '9999'");
        }
    }

    private static int count(Database database, String module) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + module + ".holdfast_migration")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
