package dev.holdfast.community.council;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.council.SuggestionStep.Act;
import dev.holdfast.community.wish.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of suggestions and of what happened to them.
final class SuggestionStore {
    private static final String READ = """
            select c.slug, s.number, s.member, s.language, s.title, s.text, s.at, s.state, r.name_en, r.name_zh, s.due,
              s.judged_by, s.done_on, s.steps,
              (s.due is not null or s.done_on is not null)
                and coalesce(s.done_on, :today::date) > s.judged_by as overdue
            from community.suggestion s
            join community.council c on c.number = s.council
            left join community.answer_role r on r.id = s.role
            """;

    private static final String ONE = READ + "where c.slug = :slug and s.number = :number";
    private static final String LOCK = ONE + " for update of s";
    private static final String OF_COUNCIL = READ + "where s.council = :council order by s.number";
    private static final String SAME = READ + """
            where s.council = :council and s.member = :member and s.title = :title and s.text = :text""";

    private static final String TRACKED = READ + """
            where (:which = 'OVERDUE' and s.due is not null and s.judged_by < :today)
              or (:which = 'WAITING' and s.state in ('BROUGHT', 'ASSIGNED', 'PUT_OFF'))
              or (:which = 'PROMISED' and s.state = 'PROMISED')
              or (:which = 'DONE' and s.state = 'DONE')
            order by s.judged_by, s.council, s.number offset :skip limit :limit""";

    private static final String COUNT = """
            select count(*) from community.suggestion
            where council = :council and (:member = '' or member = :member)""";

    private static final String BRING = """
            insert into community.suggestion (council, number, member, language, title, text, at, state, due, judged_by)
            values (:council, :number, :member, :language, :title, :text, :at, 'BROUGHT', :due, :due)""";

    private static final String MOVE = """
            update community.suggestion s set state = :state, role = coalesce(:role, s.role), due = :due::date,
              judged_by = :judged_by::date, done_on = :done_on::date, steps = steps + 1
            from community.council c where c.number = s.council and c.slug = :slug and s.number = :number""";

    private static final String APPEND = """
            insert into community.suggestion_step (council, suggestion, number, act, role, role_en, role_zh, decision,
              words_en, words_zh, due, operator, at)
            select s.council, s.number, s.steps, :act, :role, :role_en, :role_zh, :decision, :en, :zh, :due::date,
              :operator, :at
            from community.suggestion s join community.council c on c.number = s.council
            where c.slug = :slug and s.number = :number""";

    private static final String ROLE = """
            select r.id, r.name_en, r.name_zh from community.suggestion s
            join community.council c on c.number = s.council join community.answer_role r on r.id = s.role
            where c.slug = :slug and s.number = :number""";

    private static final String STEPS = """
            select t.number, t.act, t.role_en, t.role_zh, t.decision, t.words_en, t.words_zh, t.due, t.at
            from community.suggestion_step t join community.council c on c.number = t.council
            where c.slug = :slug and t.suggestion = :number order by t.number""";

    private final JdbcClient jdbc;

    SuggestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a suggestion stands after a step.
    record Standing(
            SuggestionState state,
            @Nullable LocalDate due,
            @Nullable LocalDate judgedBy,
            @Nullable LocalDate doneOn) {}

    Suggestion read(SuggestionId id, LocalDate today) {
        return find(ONE, id, today);
    }

    /// Locks it until the transaction ends.
    Suggestion lock(SuggestionId id, LocalDate today) {
        return find(LOCK, id, today);
    }

    private Suggestion find(String sql, SuggestionId id, LocalDate today) {
        return jdbc.sql(sql)
                .param("slug", id.council())
                .param("number", id.number())
                .param("today", today)
                .query((row, index) -> suggestion(row))
                .optional()
                .orElseThrow(() -> CouncilProblems.unknownSuggestion(id));
    }

    List<Suggestion> of(int council, LocalDate today) {
        return jdbc.sql(OF_COUNCIL)
                .param("council", council)
                .param("today", today)
                .query((row, index) -> suggestion(row))
                .list();
    }

    Optional<Suggestion> same(int council, String member, Spoken spoken, LocalDate today) {
        return jdbc
                .sql(SAME)
                .param("council", council)
                .param("member", member)
                .param("title", spoken.title())
                .param("text", spoken.text())
                .param("today", today)
                .query((row, index) -> suggestion(row))
                .list()
                .stream()
                .findFirst();
    }

    List<Suggestion> tracked(Suggestions.Which which, LocalDate today, int skip, int limit) {
        return jdbc.sql(TRACKED)
                .param("which", which.name())
                .param("today", today)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, index) -> suggestion(row))
                .list();
    }

    /// @param member empty: anybody
    int count(int council, String member) {
        return jdbc.sql(COUNT)
                .param("council", council)
                .param("member", member)
                .query(Integer.class)
                .single();
    }

    /// Joins the running transaction, which holds the council's lock.
    void bring(int council, int number, String member, Spoken spoken, Instant at, LocalDate due) {
        jdbc.sql(BRING)
                .param("council", council)
                .param("number", number)
                .param("member", member)
                .param("language", spoken.language())
                .param("title", spoken.title())
                .param("text", spoken.text())
                .param("at", Timestamp.from(at))
                .param("due", due)
                .update();
    }

    /// Joins the running transaction, which holds the suggestion's lock.
    ///
    /// @param step its number is given here
    void append(SuggestionId id, Standing standing, @Nullable AnswerRole role, SuggestionStep step, String operator) {
        @Nullable Decision decision = step.decision();
        jdbc.sql(MOVE)
                .param("slug", id.council())
                .param("number", id.number())
                .param("state", standing.state().name())
                .param("role", role == null ? null : role.id())
                .param("due", standing.due())
                .param("judged_by", standing.judgedBy())
                .param("done_on", standing.doneOn())
                .update();
        jdbc.sql(APPEND)
                .param("slug", id.council())
                .param("number", id.number())
                .param("act", step.act().name())
                .param("role", role == null ? null : role.id())
                .param("role_en", role == null ? null : role.name().get("en"))
                .param("role_zh", role == null ? null : role.name().get("zh"))
                .param("decision", decision == null ? null : decision.name())
                .param("en", step.words().getOrDefault("en", ""))
                .param("zh", step.words().getOrDefault("zh", ""))
                .param("due", step.due())
                .param("operator", operator)
                .param("at", Timestamp.from(step.at()))
                .update();
    }

    /// Who works on it.
    AnswerRole role(SuggestionId id) {
        return jdbc.sql(ROLE)
                .param("slug", id.council())
                .param("number", id.number())
                .query((row, index) -> new AnswerRole(row.getString("id"), CouncilStore.texts(row, "name")))
                .single();
    }

    List<SuggestionStep> steps(SuggestionId id) {
        return jdbc.sql(STEPS)
                .param("slug", id.council())
                .param("number", id.number())
                .query((row, index) -> step(row))
                .list();
    }

    private static SuggestionStep step(ResultSet row) throws SQLException {
        @Nullable String decision = row.getString("decision");
        return new SuggestionStep(
                row.getInt("number"),
                Act.valueOf(row.getString("act")),
                row.getString("role_en") == null ? Map.of() : CouncilStore.texts(row, "role"),
                decision == null ? null : Decision.valueOf(decision),
                CouncilStore.said(row, "words"),
                row.getObject("due", LocalDate.class),
                row.getTimestamp("at").toInstant());
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                new SuggestionId(row.getString("slug"), row.getInt("number")),
                row.getString("member"),
                row.getString("language"),
                row.getString("title"),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                SuggestionState.valueOf(row.getString("state")),
                row.getString("name_en") == null ? Map.of() : CouncilStore.texts(row, "name"),
                row.getObject("due", LocalDate.class),
                row.getObject("judged_by", LocalDate.class),
                row.getBoolean("overdue"),
                row.getObject("done_on", LocalDate.class),
                row.getInt("steps"));
    }
}
