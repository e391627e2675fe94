package dev.holdfast.community.wish;

import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What wishes keep about a member. Votes stay under a pseudonym, so that every sum stays; a wish that others support
/// keeps its words, which are what they voted for; comments and unsupported wishes lose theirs.
final class KeptWishes implements Keeper {
    private static final String PROPOSED = """
            select w.number, w.class, w.title, w.text, w.state, w.at from community.wish w
            where w.member = :member order by w.number limit :max""";

    private static final String VOTED = """
            select v.number, w.number as wish, v.change, v.at
            from community.wish_vote v join community.wish w on w.id = v.wish
            where v.member = :member order by v.number limit :max""";

    private static final String SAID = """
            select w.number as wish, c.number, c.text, c.at
            from community.wish_comment c join community.wish w on w.id = c.wish
            where c.member = :member order by c.at limit :max""";

    private static final String FOLLOWED = """
            select w.number as wish, f.at, f.ended_at as "endedAt"
            from community.wish_follow f join community.wish w on w.id = f.wish
            where f.member = :member order by f.at limit :max""";

    private static final String SPENT = """
            select b.live_votes as "liveVotes", b.open_wishes as "openWishes"
            from community.wish_budget b where b.member = :member limit :max""";

    /// As whoever changes what lists show.
    private static final String TELL = "select pg_advisory_xact_lock(4017235)";

    /// Wishes before budgets, as whoever votes and whoever decides.
    private static final String LOCK = """
            select w.id from community.wish w
            where w.member = :member or w.id in (select s.wish from community.wish_support s where s.member = :member)
            order by w.id for update""";

    private static final String DROP = """
            update community.wish w set revision = nextval('community.wish_revision'), state = 'WITHDRAWN', title = '',
              text = '', digest = uuid_send(id), merged_into = null
            where w.member = :member
              and (w.state in ('OPEN', 'REOPENED') and not exists (
                  select from community.wish_support s where s.wish = w.id and s.member <> :member)
                or w.state = 'MERGED' and not exists (
                  select from community.wish_vote v where v.wish = w.id and v.member <> :member))""";

    private static final List<String> RENAME = List.of(
            "update community.wish set member = :pseudonym where member = :member",
            "update community.wish_step set actor = :pseudonym where actor = :member",
            "update community.wish_vote set member = :pseudonym where member = :member",
            "update community.wish_support set member = :pseudonym where member = :member",
            """
            update community.wish_comment set member = :pseudonym, text = '', removed_at = coalesce(removed_at, at)
            where member = :member""",
            "delete from community.wish_follow where member = :member",
            "delete from community.wish_budget where member = :member");

    private final JdbcClient jdbc;

    KeptWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(
                new KeptTable("wishes", PROPOSED),
                new KeptTable("wishVotes", VOTED),
                new KeptTable("wishComments", SAID),
                new KeptTable("wishFollows", FOLLOWED),
                new KeptTable("wishBudget", SPENT));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(TELL).query((row, number) -> true).single();
        jdbc.sql(LOCK).param("member", member).query((row, number) -> true).list();
        jdbc.sql(DROP).param("member", member).update();
        for (String statement : RENAME) {
            jdbc.sql(statement)
                    .param("member", member)
                    .param("pseudonym", pseudonym)
                    .update();
        }
    }
}
