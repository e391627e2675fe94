package dev.holdfast.community.story;

import dev.holdfast.community.story.Story.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of stories and of the terms under which they are granted.
final class StoryStore {
    /// Of one member one thing at a time, so that a limit holds.
    private static final String LOCK_MEMBER = "select pg_advisory_xact_lock(4017245, hashtext(:member))";
    private static final String READ = """
            select s.number, s.launch, s.member, s.language, s.title, s.text, s.at, s.state, s.role, s.appeal,
              s.appeal_open, g.terms, g.at as granted_at, g.until
            from community.story s
            left join lateral (
              select g.terms, g.at, g.until from community.story_grant g
              where g.story = s.number and g.withdrawn_at is null and g.until > :now
              order by g.number desc limit 1) g on true
            """;

    private static final String ONE = READ + "where s.number = :number";
    private static final String LOCK = "select number from community.story where number = :number for update";
    private static final String OF_MEMBER = READ + "where s.member = :member order by s.number desc limit :max";
    private static final String LIST = READ + """
            where s.number < :before and (:launch = '' or s.launch = :launch)
              and case :which
                when 'SHOWN' then s.state = 'SHOWN' and g.terms is not null
                when 'WAITING' then s.state = 'WAITING' and g.terms is not null
                when 'APPEALED' then s.appeal_open
                when 'HIDDEN' then s.state = 'HIDDEN'
                else g.terms is null and exists (select from community.story_use u
                                                 where u.story = s.number and u.ended_at is null)
              end
            order by s.number desc limit :max""";

    private static final String SEND = """
            insert into community.story (order_id, launch, member, language, title, text, at, state)
            values (:order, :launch, :member, :language, :title, :text, :at, 'WAITING') returning number""";

    private static final String DECIDE = """
            update community.story set state = :state, role = :role, appeal_open = false where number = :number""";

    private static final String APPEAL = """
            update community.story set appeal = :text, appeal_open = true
            where number = :number and state = 'HIDDEN' and appeal is null""";

    private static final String ROLE = "select role from community.story where number = :number";

    private static final String PUBLISH = """
            insert into community.story_terms (uses_en, uses_zh, places_en, places_zh, text_en, text_zh, months,
              operator, at)
            values (:uses_en, :uses_zh, :places_en, :places_zh, :text_en, :text_zh, :months, :operator, :at)""";

    private static final String TERMS = """
            select version, uses_en, uses_zh, places_en, places_zh, text_en, text_zh, months, at
            from community.story_terms order by version desc limit :max""";

    private final JdbcClient jdbc;

    StoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lockMember(String member) {
        jdbc.sql(LOCK_MEMBER)
                .param("member", member)
                .query((row, index) -> true)
                .list();
    }

    Optional<Story> find(long number, Instant now) {
        return jdbc.sql(ONE)
                .param("number", number)
                .param("now", Timestamp.from(now))
                .query((row, index) -> story(row))
                .optional();
    }

    /// Locks it until the transaction ends.
    Optional<Story> lock(long number, Instant now) {
        jdbc.sql(LOCK).param("number", number).query((row, index) -> true).list();
        return find(number, now);
    }

    List<Story> of(String member, Instant now, int max) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, index) -> story(row))
                .list();
    }

    List<Story> list(Stories.Which which, String launch, long before, Instant now, int max) {
        return jdbc.sql(LIST)
                .param("which", which.name())
                .param("launch", launch)
                .param("before", before)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, index) -> story(row))
                .list();
    }

    long send(Told told, String launch, String member, Instant at) {
        return jdbc.sql(SEND)
                .param("order", told.order().value())
                .param("launch", launch)
                .param("member", member)
                .param("language", told.language())
                .param("title", told.title())
                .param("text", told.text())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void decide(long number, State state, String role) {
        jdbc.sql(DECIDE)
                .param("state", state.name())
                .param("role", role)
                .param("number", number)
                .update();
    }

    /// @return false: nothing was hidden, or it was appealed before
    boolean appeal(long number, String text) {
        return jdbc.sql(APPEAL).param("text", text).param("number", number).update() == 1;
    }

    /// That decided last; empty: none did.
    String role(long number) {
        return jdbc.sql(ROLE)
                .param("number", number)
                .query((row, index) -> Optional.ofNullable(row.getString("role")))
                .single()
                .orElse("");
    }

    void publish(StoryTerms terms, String operator) {
        jdbc.sql(PUBLISH)
                .param("uses_en", terms.uses().get("en"))
                .param("uses_zh", terms.uses().get("zh"))
                .param("places_en", terms.places().get("en"))
                .param("places_zh", terms.places().get("zh"))
                .param("text_en", terms.text().get("en"))
                .param("text_zh", terms.text().get("zh"))
                .param("months", terms.months())
                .param("operator", operator)
                .param("at", Timestamp.from(terms.at()))
                .update();
    }

    /// The latest first.
    List<StoryTerms> terms(int max) {
        return jdbc.sql(TERMS)
                .param("max", max)
                .query((row, index) -> new StoryTerms(
                        row.getInt("version"),
                        texts(row, "uses"),
                        texts(row, "places"),
                        row.getInt("months"),
                        texts(row, "text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Map.of("en", row.getString(column + "_en"), "zh", row.getString(column + "_zh"));
    }

    private static Story story(ResultSet row) throws SQLException {
        @Nullable Timestamp granted = row.getTimestamp("granted_at");
        @Nullable String appeal = row.getString("appeal");
        return new Story(
                row.getLong("number"),
                row.getString("launch"),
                row.getString("member"),
                row.getString("language"),
                row.getString("title"),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                State.valueOf(row.getString("state")),
                granted == null
                        ? null
                        : new StoryGrant(
                                row.getInt("terms"),
                                granted.toInstant(),
                                row.getTimestamp("until").toInstant(),
                                null),
                appeal != null,
                row.getBoolean("appeal_open"),
                appeal == null ? "" : appeal);
    }
}
