package dev.holdfast.community.story;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.story.StoryStep.Act;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What hangs on a story: grants, steps and uses. Whoever writes here holds the story's row.
final class StoryTrail {
    private static final String GRANT = """
            insert into community.story_grant (story, number, terms, at, until)
            select :story, 1 + count(*), :terms, :at, :until from community.story_grant where story = :story""";

    private static final String WITHDRAW = """
            update community.story_grant set withdrawn_at = :at
            where story = :story and withdrawn_at is null and until > :at""";

    private static final String GRANTS = """
            select terms, at, until, withdrawn_at from community.story_grant where story = :story order by number""";

    /// Over by themselves, each told of once.
    private static final String ENDED = """
            update community.story_grant g set end_told = true from community.story s
            where s.number = g.story and (g.story, g.number) in (
                select e.story, e.number from community.story_grant e
                where not e.end_told and e.withdrawn_at is null and e.until <= :now
                order by e.until, e.story limit :max for update skip locked)
            returning g.story, g.number, s.member, s.state = 'SHOWN' and not exists (
              select from community.story_grant h
              where h.story = g.story and h.withdrawn_at is null and h.until > :now) as stopped""";

    private static final String STEP = """
            insert into community.story_step (story, number, act, role_en, role_zh, reason_en, reason_zh, operator, at)
            select :story, 1 + count(*), :act, :role_en, :role_zh, :en, :zh, :operator, :at
            from community.story_step where story = :story returning number""";

    private static final String STEPS = """
            select number, act, role_en, role_zh, reason_en, reason_zh, at from community.story_step
            where story = :story order by number""";

    private static final String USE = """
            insert into community.story_use (story, number, place, operator, at)
            select :story, 1 + count(*), :place, :operator, :at from community.story_use where story = :story""";

    private static final String END = """
            update community.story_use set ended_at = :at
            where story = :story and number = :number and ended_at is null""";

    private static final String USES = """
            select number, place, at, ended_at from community.story_use where story = :story order by number""";

    private final JdbcClient jdbc;

    StoryTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void grant(long story, int terms, Instant at, Instant until) {
        jdbc.sql(GRANT)
                .param("story", story)
                .param("terms", terms)
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(until))
                .update();
    }

    /// @return false: there is none to be taken back
    boolean withdraw(long story, Instant at) {
        return jdbc.sql(WITHDRAW)
                        .param("story", story)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    List<StoryGrant> grants(long story) {
        return jdbc.sql(GRANTS)
                .param("story", story)
                .query((row, index) -> new StoryGrant(
                        row.getInt("terms"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        instant(row.getTimestamp("withdrawn_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /// A right whose months are over.
    ///
    /// @param stopped whether the story was shown until then, and is no more
    record Ended(long story, int number, String member, boolean stopped) {}

    /// Marks rights that are over as told of.
    List<Ended> ended(Instant now, int max) {
        return jdbc.sql(ENDED)
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, index) -> new Ended(
                        row.getLong("story"), row.getInt("number"), row.getString("member"), row.getBoolean("stopped")))
                .list();
    }

    /// @param role null: its author did it
    /// @return its number
    int step(long story, Act act, @Nullable AnswerRole role, Map<String, String> reason, String operator, Instant at) {
        return jdbc.sql(STEP)
                .param("story", story)
                .param("act", act.name())
                .param("role_en", role == null ? null : role.name().get("en"))
                .param("role_zh", role == null ? null : role.name().get("zh"))
                .param("en", reason.getOrDefault("en", ""))
                .param("zh", reason.getOrDefault("zh", ""))
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    List<StoryStep> steps(long story) {
        return jdbc.sql(STEPS)
                .param("story", story)
                .query((row, index) -> new StoryStep(
                        row.getInt("number"),
                        Act.valueOf(row.getString("act")),
                        row.getString("role_en") == null ? Map.of() : StoryStore.texts(row, "role"),
                        row.getString("reason_en").isEmpty() ? Map.of() : StoryStore.texts(row, "reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    void use(long story, String place, String operator, Instant at) {
        jdbc.sql(USE)
                .param("story", story)
                .param("place", place)
                .param("operator", operator)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// @return false: there is none of that number under way
    boolean end(long story, int number, Instant at) {
        return jdbc.sql(END)
                        .param("story", story)
                        .param("number", number)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<StoryUse> uses(long story) {
        return jdbc.sql(USES)
                .param("story", story)
                .query((row, index) -> new StoryUse(
                        row.getInt("number"),
                        row.getString("place"),
                        row.getTimestamp("at").toInstant(),
                        instant(row.getTimestamp("ended_at"))))
                .list();
    }
}
