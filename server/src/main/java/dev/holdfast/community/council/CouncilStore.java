package dev.holdfast.community.council;

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

/// The rows of councils, and of seats that were given by rules.
final class CouncilStore {
    private static final String READ = """
            select c.number, c.slug, c.name_en, c.name_zh, c.text_en, c.text_zh, c.event, c.rules_en, c.rules_zh,
              c.seats, c.seating_at, c.held_on, c.answer_by
            from community.council c where c.slug = :slug""";

    private static final String LIST = """
            select c.number, c.slug, c.name_en, c.name_zh, c.text_en, c.text_zh, c.event, c.rules_en, c.rules_zh,
              c.seats, c.seating_at, c.held_on, c.answer_by, s.suggestions, s.waiting, s.promised, s.done, s.overdue
            from community.council c
            join lateral (
              select count(*) filter (where s.state <> 'WITHDRAWN') as suggestions,
                count(*) filter (where s.state in ('BROUGHT', 'ASSIGNED', 'PUT_OFF')) as waiting,
                count(*) filter (where s.state = 'PROMISED') as promised,
                count(*) filter (where s.state = 'DONE') as done,
                count(*) filter (where s.due is not null and s.judged_by < :today) as overdue
              from community.suggestion s where s.council = c.number) s on true
            where :slug = '' or c.slug = :slug
            order by c.held_on desc, c.number desc limit :max""";

    private static final String MAKE = """
            insert into community.council (slug, name_en, name_zh, text_en, text_zh, event, rules_en, rules_zh, seats,
              seating_at, held_on, answer_by)
            values (:slug, :name_en, :name_zh, :text_en, :text_zh, :event, :rules_en, :rules_zh, :seats, :at, :held_on,
              :answer_by)
            on conflict (slug) do nothing""";

    private static final String CHANGE = """
            update community.council set name_en = :name_en, name_zh = :name_zh, text_en = :text_en,
              text_zh = :text_zh, event = :event, rules_en = :rules_en, rules_zh = :rules_zh, seats = :seats,
              seating_at = :at, held_on = :held_on, answer_by = :answer_by
            where slug = :slug""";

    private static final String SEATS = """
            select member, because_en, because_zh from community.council_seat where council = :council
            order by at, member""";

    private static final String GIVE = """
            insert into community.council_seat (council, member, because_en, because_zh, operator, at)
            values (:council, :member, :en, :zh, :operator, :at)
            on conflict (council, member)
              do update set because_en = excluded.because_en, because_zh = excluded.because_zh""";

    private static final String TAKE =
            "delete from community.council_seat where council = :council and member = :member";

    private static final String BROUGHT = """
            select exists (select from community.suggestion
                           where council = :council and (:member = '' or member = :member))""";

    private final JdbcClient jdbc;
    private final String locking;

    CouncilStore(JdbcClient jdbc) {
        this(jdbc, " for update");
    }

    /// @param locking how a council's row is taken; a test takes it without a lock, to see what the lock is
    ///     worth
    CouncilStore(JdbcClient jdbc, String locking) {
        this.jdbc = jdbc;
        this.locking = locking;
    }

    /// A council as it is kept.
    record Row(int number, String slug, CouncilDefinition definition, Instant seatingAt) {}

    Row read(String slug) {
        return find(slug, "").orElseThrow(() -> CouncilProblems.unknown(slug));
    }

    /// Locks the council until the transaction ends.
    Row lock(String slug) {
        return find(slug, locking).orElseThrow(() -> CouncilProblems.unknown(slug));
    }

    private Optional<Row> find(String slug, String lock) {
        return jdbc.sql(READ + lock)
                .param("slug", slug)
                .query((row, index) -> row(row))
                .optional();
    }

    /// The latest session first.
    ///
    /// @param slug empty: all of them
    List<CouncilView> views(String slug, LocalDate today, int max) {
        return jdbc.sql(LIST)
                .param("slug", slug)
                .param("today", today)
                .param("max", max)
                .query((row, index) -> view(row))
                .list();
    }

    private static CouncilView view(ResultSet row) throws SQLException {
        Row council = row(row);
        return new CouncilView(
                council.slug,
                council.definition,
                council.seatingAt,
                row.getInt("suggestions"),
                row.getInt("waiting"),
                row.getInt("promised"),
                row.getInt("done"),
                row.getInt("overdue"));
    }

    private static Row row(ResultSet row) throws SQLException {
        @Nullable String event = row.getString("event");
        Seating seating =
                event == null ? new Seating.Chosen(texts(row, "rules"), row.getInt("seats")) : new Seating.Drawn(event);
        return new Row(
                row.getInt("number"),
                row.getString("slug"),
                new CouncilDefinition(
                        texts(row, "name"),
                        texts(row, "text"),
                        seating,
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("answer_by", LocalDate.class)),
                row.getTimestamp("seating_at").toInstant());
    }

    /// Empty where nothing was said, or nothing is left of it.
    static Map<String, String> said(ResultSet row, String column) throws SQLException {
        return row.getString(column + "_en").isEmpty() ? Map.of() : texts(row, column);
    }

    static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }

    /// @return whether it is new
    boolean make(String slug, CouncilDefinition council, Instant at) {
        return write(MAKE, slug, council, at) == 1;
    }

    void change(String slug, CouncilDefinition council, Instant seatingAt) {
        write(CHANGE, slug, council, seatingAt);
    }

    private int write(String sql, String slug, CouncilDefinition council, Instant at) {
        Seating.@Nullable Chosen chosen = council.seating() instanceof Seating.Chosen by ? by : null;
        return jdbc.sql(sql)
                .param("slug", slug)
                .param("name_en", council.name().get("en"))
                .param("name_zh", council.name().get("zh"))
                .param("text_en", council.text().get("en"))
                .param("text_zh", council.text().get("zh"))
                .param("event", council.seating() instanceof Seating.Drawn drawn ? drawn.event() : null)
                .param("rules_en", chosen == null ? null : chosen.rules().get("en"))
                .param("rules_zh", chosen == null ? null : chosen.rules().get("zh"))
                .param("seats", chosen == null ? null : chosen.seats())
                .param("at", Timestamp.from(at))
                .param("held_on", council.heldOn())
                .param("answer_by", council.answerBy())
                .update();
    }

    /// Those that were given by rules.
    List<Seat> seats(int council) {
        return jdbc.sql(SEATS)
                .param("council", council)
                .query((row, index) -> new Seat(row.getString("member"), said(row, "because"), false))
                .list();
    }

    void give(int council, String member, Map<String, String> because, String operator, Instant at) {
        jdbc.sql(GIVE)
                .param("council", council)
                .param("member", member)
                .param("en", because.get("en"))
                .param("zh", because.get("zh"))
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
    }

    void take(int council, String member) {
        jdbc.sql(TAKE).param("council", council).param("member", member).update();
    }

    /// Whether something was brought.
    ///
    /// @param member by whom; empty: by anybody
    boolean brought(int council, String member) {
        return jdbc.sql(BROUGHT)
                .param("council", council)
                .param("member", member)
                .query(Boolean.class)
                .single();
    }
}
