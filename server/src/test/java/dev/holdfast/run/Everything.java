package dev.holdfast.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a data folder's database holds, for comparing two of them.
final class Everything {
    /// All tables of all modules, but those in which servers say from second to second that they live.
    private static final String TABLES = """
            select schemaname || '.' || tablename from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
              and tablename not in ('instance', 'instance_count', 'pulse')
            """;

    private Everything() {}

    /// Each table with the number and the digest of its rows.
    static Map<String, String> in(Path data) throws IOException, SQLException {
        try (Postgres postgres = Postgres.start(data, Progress.SILENT);
                Connection connection = postgres.database().connect()) {
            return in(connection);
        }
    }

    /// The same while a server runs on it.
    static Map<String, String> in(Connection connection) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        for (List<String> table : rows(connection, TABLES)) {
            String name = table.getFirst();
            String digest =
                    "select count(*), md5(string_agg(row::text, '|' order by row::text)) from " + name + " as row";
            all.put(name, lines(connection, digest).getFirst());
        }
        return all;
    }

    /// The answer to a question, a row each.
    static List<String> linesOf(Path data, String sql) throws IOException, SQLException {
        try (Postgres postgres = Postgres.start(data, Progress.SILENT);
                Connection connection = postgres.database().connect()) {
            return lines(connection, sql);
        }
    }

    static List<String> lines(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).stream().map(List::toString).toList();
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(rows.getString(column)));
                }
                all.add(values);
            }
        }
        return all;
    }
}
