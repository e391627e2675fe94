package dev.holdfast.run;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What [OldWorld] wrote down, and how it becomes a database again: the steps that its history names, then its rows.
final class OldData {
    private static final String HISTORY_TABLE = """
            .holdfast_migration (installed_rank int primary key, version varchar(50),
              description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null, checksum int,
              installed_by varchar(100) not null, installed_on timestamp not null default now(),
              execution_time int not null, success boolean not null)
            """;
    private static final String HISTORY = ".holdfast_migration";
    /// Where a row of the history has the version of its step and the name of its script.
    private static final int VERSION = 1;

    private static final int SCRIPT = 4;

    private final Map<String, List<String>> parts = new LinkedHashMap<>();

    /// @param version names the file
    OldData(String version) throws IOException {
        var file = new ClassPathResource("upgrade/" + version + ".txt").getContentAsString(StandardCharsets.UTF_8);
        List<String> part = null;
        for (String line : file.lines().toList()) {
            if (part == null) {
                part = new ArrayList<>();
                parts.put(line, part);
            } else if (line.equals(OldWorld.END)) {
                part = null;
            } else {
                part.add(line);
            }
        }
    }

    /// What each fan was told.
    List<JsonNode> told() {
        return part(OldWorld.TOLD).stream().map(JsonMapper.shared()::readTree).toList();
    }

    /// Table, columns and rows, as `copy` writes them.
    Map<String, List<String>> tables() {
        var tables = new LinkedHashMap<>(parts);
        tables.keySet().removeIf(name -> !name.contains("("));
        return tables;
    }

    private List<String> part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /// Makes a data folder whose database is of that time.
    void load(Path data) throws IOException, SQLException {
        try (Postgres postgres = Postgres.start(data, Progress.SILENT)) {
            try (Connection owner = postgres.database().connect()) {
                for (Map.Entry<String, List<String>> table : tables().entrySet()) {
                    if (table.getKey().contains(HISTORY)) {
                        steps(owner, table.getKey().replaceFirst("\\..*", ""), table.getValue());
                    }
                }
            }
            Database administrator = postgres.administrator();
            String url = administrator.url().replaceFirst("/postgres$", "/holdfast");
            try (Connection free = new Database(url, administrator.user(), administrator.password()).connect()) {
                rows(free);
            }
        }
    }

    private static void steps(Connection owner, String module, List<String> history) throws IOException, SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("create schema " + module);
            statement.execute("create table " + module + HISTORY_TABLE);
            for (String row : history) {
                String[] step = row.split("\t", -1);
                if (!step[VERSION].equals("\\N")) {
                    var script = new ClassPathResource("db/migration/" + module + "/" + step[SCRIPT]);
                    statement.execute(script.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /// As they were, in any order: neither a reference nor a trigger of ours has a say.
    private void rows(Connection free) throws IOException, SQLException {
        try (var statement = free.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var copying = free.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<String, List<String>> table : tables().entrySet()) {
                var rows =
                        String.join("\n", table.getValue()) + (table.getValue().isEmpty() ? "" : "\n");
                statement.execute("delete from " + table.getKey().replaceFirst(" .*", ""));
                copying.copyIn("copy " + table.getKey() + " from stdin", new StringReader(rows));
            }
            for (String sequence : part(OldWorld.SEQUENCES_PART)) {
                String[] named = sequence.split("\t", -1);
                statement.execute("select setval('" + named[0] + "', " + named[1] + ")");
            }
        }
    }
}
