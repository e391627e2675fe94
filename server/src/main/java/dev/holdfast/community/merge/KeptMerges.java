package dev.holdfast.community.merge;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import dev.holdfast.member.personal.NameInText;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What members said to merges. It stays under a pseudonym, so that an undo still finds whose vote it has to
/// give back.
final class KeptMerges implements Keeper {
    private static final String SAID = """
            select a.merge, a.way is not null as agreed, a.at, a.restored from community.merge_answer a
            where a.member = :member order by a.number limit :max""";

    /// Wishes before answers, as whoever answers.
    private static final List<String> LOCKS = List.of("select pg_advisory_xact_lock(4017235), :member", """
            select w.id from community.wish w
            where w.id in (
              select unnest(array[m.source, m.target]) from community.merge m
              join community.merge_answer a on a.merge = m.number where a.member = :member)
            order by w.id for update""");

    private static final String RENAME = "update community.merge_answer set member = :pseudonym where member = :member";

    /// Whoever proposed it or took it back may have said on whose behalf.
    private static final String OUT_OF_REASONS = """
            update community.merge m
            set reason = regexp_replace(m.reason, :name, :pseudonym, 'g'),
              undo_reason = regexp_replace(m.undo_reason, :name, :pseudonym, 'g')
            where (m.reason ~ :name or m.undo_reason ~ :name)
              and m.number in (select a.merge from community.merge_answer a where a.member = :member)""";

    private final JdbcClient jdbc;

    KeptMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("mergeAnswers", SAID));
    }

    @Override
    public void erase(String member, String pseudonym) {
        LOCKS.forEach(lock -> jdbc.sql(lock)
                .param("member", member)
                .query((row, number) -> true)
                .list());
        for (String statement : List.of(OUT_OF_REASONS, RENAME)) {
            jdbc.sql(statement).params(NameInText.replacing(member, pseudonym)).update();
        }
    }
}
