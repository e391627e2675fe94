package dev.holdfast.service.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of what was stopped; what became of it delivery knows.
final class StopStore {
    private static final String BEGIN = """
            insert into service.stop (quarantine, incident, launch, lot, words_en, words_zh, component, quantity)
            values (:quarantine, :incident, :launch, :lot, :en, :zh, :component, :quantity)
            """;

    private static final String SELECT = """
            select quarantine, incident, launch, words_en, words_zh, component, quantity from service.stop
            """;

    private static final String FIND = SELECT + " where quarantine = :quarantine";

    private static final String ALL = SELECT + " where launch = :launch order by quarantine desc limit :limit";

    private final JdbcClient jdbc;

    StopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            int quarantine,
            @Nullable Integer incident,
            String launch,
            Map<String, String> words,
            NewStop.@Nullable Stock supply) {}

    void begin(int quarantine, String launch, NewStop stop) {
        jdbc.sql(BEGIN)
                .param("quarantine", quarantine)
                .param("incident", stop.incident())
                .param("launch", launch)
                .param("lot", stop.lot())
                .param("en", stop.words().get("en"))
                .param("zh", stop.words().get("zh"))
                .param("component", stop.supply() == null ? null : stop.supply().component())
                .param("quantity", stop.supply() == null ? null : stop.supply().quantity())
                .update();
    }

    Optional<Row> find(int quarantine) {
        return jdbc.sql(FIND)
                .param("quarantine", quarantine)
                .query((row, number) -> row(row))
                .optional();
    }

    List<Row> all(String launch, int limit) {
        return jdbc.sql(ALL)
                .param("launch", launch)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String component = row.getString("component");
        return new Row(
                row.getInt("quarantine"),
                row.getObject("incident", Integer.class),
                row.getString("launch"),
                Map.of("en", row.getString("words_en"), "zh", row.getString("words_zh")),
                component == null ? null : new NewStop.Stock(component, row.getLong("quantity")));
    }
}
