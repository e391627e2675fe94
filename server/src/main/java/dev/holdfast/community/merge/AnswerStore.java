package dev.holdfast.community.merge;

import dev.holdfast.community.wish.VoteMoves.Way;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What supporters said to merges.
final class AnswerStore {
    private static final String ONE = """
            select a.number, a.member, a.way from community.merge_answer a
            where a.merge = :merge and a.member = :member""";

    private static final String SAID = """
            select a.way is not null as agrees, a.restored from community.merge_answer a
            where a.merge = :merge and a.member = :member""";

    private static final String SAY = """
            insert into community.merge_answer (merge, member, way, at) values (:merge, :member, :way, :at)
            on conflict (merge, member) do update set way = excluded.way, at = excluded.at""";

    private static final String TO_RESTORE = """
            select a.number, a.member, a.way from community.merge_answer a
            where a.merge = :merge and a.way is not null and a.restored is null order by a.number limit :limit""";

    private static final String RESTORED = "update community.merge_answer set restored = :back where number = :number";

    /// Whoever supports the source is asked, and whoever answered sees what they said.
    private static final String ASKED = """
            select m.number, m.source, m.target, m.state, m.reason, m.proposed_at, m.answer_before, m.moved, m.declined,
              m.restored, m.closed_at, m.source_state, m.undone_at, m.undo_reason, a.member is not null as answered,
              a.way is not null as agrees
            from community.merge m
            left join community.merge_answer a on a.merge = m.number and a.member = :member
            where m.state = 'ASKING' and m.answer_before > :now and (a.member is not null or exists (
              select from community.wish_support s where s.wish = m.source and s.member = :member))
            order by m.number limit :limit""";

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param way how the vote went over; null: it stays
    record Answer(long number, String member, @Nullable Way way) {}

    Optional<Answer> find(long merge, String member) {
        return jdbc.sql(ONE)
                .param("merge", merge)
                .param("member", member)
                .query((row, index) ->
                        new Answer(row.getLong("number"), row.getString("member"), way(row.getString("way"))))
                .optional();
    }

    Optional<Said> said(long merge, String member) {
        return jdbc.sql(SAID)
                .param("merge", merge)
                .param("member", member)
                .query((row, index) -> new Said(row.getBoolean("agrees"), row.getObject("restored", Boolean.class)))
                .optional();
    }

    void say(long merge, String member, @Nullable Way way, Instant at) {
        jdbc.sql(SAY)
                .param("merge", merge)
                .param("member", member)
                .param("way", way == null ? null : way.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Answer> toRestore(long merge, int limit) {
        return jdbc.sql(TO_RESTORE)
                .param("merge", merge)
                .param("limit", limit)
                .query((row, index) ->
                        new Answer(row.getLong("number"), row.getString("member"), way(row.getString("way"))))
                .list();
    }

    void restored(long number, boolean back) {
        jdbc.sql(RESTORED).param("number", number).param("back", back).update();
    }

    List<Asked> asked(String member, Instant now, int limit) {
        return jdbc.sql(ASKED)
                .param("member", member)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, index) ->
                        new Asked(MergeStore.merge(row), row.getBoolean("answered") ? row.getBoolean("agrees") : null))
                .list();
    }

    private static @Nullable Way way(@Nullable String name) {
        return name == null ? null : Way.valueOf(name);
    }
}
