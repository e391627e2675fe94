package dev.holdfast.community.merge;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
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
        jdbc.sql(RENAME).param("member", member).param("pseudonym", pseudonym).update();
    }
}
