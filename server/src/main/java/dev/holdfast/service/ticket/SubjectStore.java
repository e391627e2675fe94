package dev.holdfast.service.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of what reports may be about.
final class SubjectStore {
    private static final String OPEN = """
            select id, name_en, name_zh, answer_hours from service.subject where open order by position
            """;

    private static final String FIND = """
            select id, name_en, name_zh, answer_hours from service.subject where id = :id
            """;

    private static final String CLOSE = "update service.subject set open = false where open";

    private static final String PUT = """
            insert into service.subject (id, position, name_en, name_zh, answer_hours, open)
            values (:id, :position, :en, :zh, :hours, true)
            on conflict (id) do update set position = excluded.position, name_en = excluded.name_en,
              name_zh = excluded.name_zh, answer_hours = excluded.answer_hours, open = true
            """;

    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Subject> open() {
        return jdbc.sql(OPEN).query((row, number) -> subject(row)).list();
    }

    /// A closed one among them.
    Optional<Subject> find(String id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, number) -> subject(row))
                .optional();
    }

    /// In the place of all there are.
    void put(Collection<Subject> subjects) {
        jdbc.sql(CLOSE).update();
        int position = 1;
        for (Subject subject : subjects) {
            jdbc.sql(PUT)
                    .param("id", subject.id())
                    .param("position", position++)
                    .param("en", subject.name().getOrDefault("en", ""))
                    .param("zh", subject.name().getOrDefault("zh", ""))
                    .param("hours", subject.answerHours())
                    .update();
        }
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getString("id"),
                Map.of("en", row.getString("name_en"), "zh", row.getString("name_zh")),
                row.getInt("answer_hours"));
    }
}
