package dev.holdfast.community.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The versions of rules.
final class RuleStore {
    private static final String VERSIONS = """
            select distinct on (r.name) r.name, r.version, r.name_en, r.name_zh, r.points, r.most_per_day, r.zone,
              r.active_after_seconds, r.life_seconds, r.owes_spent, r.open, r.operator, r.at
            from community.points_rule r
            """;

    private static final String ONE = VERSIONS + " where r.name = :name order by r.name, r.version desc";

    private static final String ALL = VERSIONS + " order by r.name, r.version desc limit :limit";

    private static final String APPEND = """
            insert into community.points_rule
              (name, version, name_en, name_zh, points, most_per_day, zone, active_after_seconds, life_seconds,
               owes_spent, open, operator, at)
            values (:name, :version, :english, :chinese, :points, cast(:most as bigint), :zone, :after, :life, :owes,
              :open, :operator, :at)
            """;

    /// Rules are made seldom, and two versions with one number never.
    private static final String ONE_DEFINES = "lock table community.points_rule in share row exclusive mode";

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the running transaction ends nobody else defines a rule.
    void lock() {
        jdbc.sql(ONE_DEFINES).update();
    }

    Optional<KeptRule> find(String name) {
        return jdbc.sql(ONE)
                .param("name", name)
                .query((row, number) -> rule(row))
                .optional();
    }

    List<KeptRule> all(int limit) {
        return jdbc.sql(ALL)
                .param("limit", limit)
                .query((row, number) -> rule(row))
                .list();
    }

    void append(KeptRule kept) {
        Rule rule = kept.rule();
        jdbc.sql(APPEND)
                .param("name", kept.name())
                .param("version", kept.version())
                .param("english", rule.names().getOrDefault("en", ""))
                .param("chinese", rule.names().getOrDefault("zh", ""))
                .param("points", rule.points())
                .param("most", rule.mostPerDay())
                .param("zone", rule.zone().getId())
                .param("after", rule.activeAfter().toSeconds())
                .param("life", rule.life().toSeconds())
                .param("owes", rule.owesSpent())
                .param("open", rule.open())
                .param("operator", kept.operator())
                .param("at", Timestamp.from(kept.at()))
                .update();
    }

    private static KeptRule rule(ResultSet row) throws SQLException {
        Rule rule = new Rule(
                names(row),
                row.getLong("points"),
                row.getObject("most_per_day", Long.class),
                ZoneId.of(row.getString("zone")),
                Duration.ofSeconds(row.getLong("active_after_seconds")),
                Duration.ofSeconds(row.getLong("life_seconds")),
                row.getBoolean("owes_spent"),
                row.getBoolean("open"));
        Instant at = PurseStore.instant(row, "at");
        return new KeptRule(row.getString("name"), row.getInt("version"), rule, row.getString("operator"), at);
    }

    static Map<String, String> names(ResultSet row) throws SQLException {
        return Map.of("en", row.getString("name_en"), "zh", row.getString("name_zh"));
    }
}
