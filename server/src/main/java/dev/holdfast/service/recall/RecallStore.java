package dev.holdfast.service.recall;

import dev.holdfast.service.quality.Severity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of recalls, and what all their units together come to.
final class RecallStore {
    private static final String BEGIN = """
            insert into service.recall (incident, launch, lots, drill, severity, title_en, title_zh, remedy_en,
              remedy_zh, parts, minutes, begun_at, actor, listed_ms)
            values (:incident, :launch, :lots, :drill, :severity, :titleEn, :titleZh, :remedyEn,
              :remedyZh, :parts, :minutes, :at, :actor, :listed)
            returning number
            """;

    private static final String CLOSE = """
            update service.recall set closed_at = :at where number = :recall and closed_at is null
            """;

    private static final String SELECT = """
            select r.number, r.incident, r.launch, r.lots, r.drill, r.severity, r.title_en, r.title_zh, r.remedy_en,
              r.remedy_zh, r.parts, r.minutes, r.begun_at, r.actor, r.listed_ms, r.closed_at, s.*
            from service.recall r cross join lateral (
              select count(*)::int as units, count(*) filter (where u.delivered)::int as owned,
                count(u.remedied_at)::int as remedied,
                count(*) filter (where u.delivered and u.remedied_at is null and not exists (
                  select 1 from service.recall_contact c where c.recall = u.recall and c.serial = u.serial
                    and c.outcome in ('REACHED', 'DECLINED')))::int as unreached
              from service.recall_unit u where u.recall = r.number) s
            """;

    private static final String FIND = SELECT + " where r.number = :recall";

    private static final String ALL = SELECT + " where r.launch = :launch order by r.number desc limit :limit";

    private static final String OF_ORDER = SELECT + """
             where not r.drill and r.number in (
              select u.recall from service.recall_unit u where u.order_id = :order) order by r.number
            """;

    private static final String CURVE = """
            select (remedied_at at time zone 'UTC')::date as day, count(*)::int as remedied
            from service.recall_unit where recall = :recall and remedied_at is not null group by day
            """;

    private final JdbcClient jdbc;

    RecallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int begin(String launch, NewRecall told, Instant at, Duration listed, String actor) {
        return jdbc.sql(BEGIN)
                .param("incident", told.incident())
                .param("launch", launch)
                .param("lots", told.lots().toArray(String[]::new))
                .param("drill", told.drill())
                .param("severity", told.severity().name())
                .param("titleEn", told.title().get("en"))
                .param("titleZh", told.title().get("zh"))
                .param("remedyEn", told.remedy().get("en"))
                .param("remedyZh", told.remedy().get("zh"))
                .param("parts", told.parts().toArray(String[]::new))
                .param("minutes", told.minutes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("listed", listed.toMillis())
                .query(Integer.class)
                .single();
    }

    /// @return false: it was closed before
    boolean close(int recall, Instant at) {
        return jdbc.sql(CLOSE)
                        .param("recall", recall)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Recall> find(int recall) {
        return jdbc.sql(FIND)
                .param("recall", recall)
                .query((row, number) -> recall(row))
                .optional();
    }

    List<Recall> all(String launch, int limit) {
        return jdbc.sql(ALL)
                .param("launch", launch)
                .param("limit", limit)
                .query((row, number) -> recall(row))
                .list();
    }

    /// Without drills: nobody is told of one.
    List<Recall> ofOrder(UUID order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order)
                .query((row, number) -> recall(row))
                .list();
    }

    /// How many were remedied on each day on which any was.
    SortedMap<LocalDate, Integer> curve(int recall) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        jdbc.sql(CURVE).param("recall", recall).query((ResultSet row) -> {
            days.put(row.getObject("day", LocalDate.class), row.getInt("remedied"));
        });
        return days;
    }

    private static Recall recall(ResultSet row) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        NewRecall told = new NewRecall(
                row.getObject("incident", Integer.class),
                names(row.getArray("lots")),
                row.getBoolean("drill"),
                Severity.valueOf(row.getString("severity")),
                Map.of("en", row.getString("title_en"), "zh", row.getString("title_zh")),
                Map.of("en", row.getString("remedy_en"), "zh", row.getString("remedy_zh")),
                names(row.getArray("parts")),
                row.getInt("minutes"));
        return new Recall(
                row.getInt("number"),
                row.getString("launch"),
                told,
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Duration.ofMillis(row.getInt("listed_ms")),
                closedAt == null ? null : closedAt.toInstant(),
                row.getInt("units"),
                row.getInt("owned"),
                row.getInt("remedied"),
                row.getInt("unreached"));
    }

    private static List<String> names(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
