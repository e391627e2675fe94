package dev.holdfast.community.wish;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal of votes, what it adds up to, and each member's budget.
///
/// Whoever votes locks the wish's row first and then their own budget's; whoever decides locks the wish's row and then
/// the budgets of its supporters in the order of their names. So nobody waits for somebody who waits for them.
final class VoteStore {
    private static final String SUPPORT = """
            insert into community.wish_support (wish, member, live, at) values (:wish, :member, :live, :at)
            on conflict do nothing""";

    /// The guard: of any number of votes at once, each finds the budget as the one before left it, or nothing.
    static final String SPEND = """
            insert into community.wish_budget as b (member, live_votes, open_wishes)
            select :member, 1, 0 from community.wish_rule r where r.live_votes >= 1
            on conflict (member) do update set live_votes = b.live_votes + 1
              where b.live_votes < (select r.live_votes from community.wish_rule r)""";

    static final String OPEN = """
            insert into community.wish_budget as b (member, live_votes, open_wishes)
            select :member, 0, 1 from community.wish_rule r where r.open_wishes >= 1
            on conflict (member) do update set open_wishes = b.open_wishes + 1
              where b.open_wishes < (select r.open_wishes from community.wish_rule r)""";

    private static final String CLOSE =
            "update community.wish_budget set open_wishes = open_wishes - 1 where member = ? and open_wishes > 0";

    private static final String REOPEN =
            "update community.wish_budget set open_wishes = open_wishes + 1 where member = ?";

    /// The guard of the journal: whoever has the wish's row has its next number, and is alone with it until the commit.
    static final String COUNT = """
            update community.wish set supporters = supporters + :change, votes = votes + 1
            where id = :wish and state in ('OPEN', 'REOPENED') returning votes""";

    private static final String APPEND = """
            insert into community.wish_vote (wish, member, change, at, position, voter, merge)
            values (:wish, :member, :change, :at, :position, coalesce(
              (select min(v.voter) from community.wish_vote v where v.member = :member and v.wish = :wish), :position),
              :merge)
            """;

    private static final String LEAVE =
            "delete from community.wish_support where wish = :wish and member = :member returning live";

    private static final String GIVE_BACK =
            "update community.wish_budget set live_votes = live_votes - 1 where member = ? and live_votes > 0";

    private static final String LOCK_BUDGETS = """
            select b.member from community.wish_budget b
            where b.member in (select s.member from community.wish_support s where s.wish = ? and s.live)
            order by b.member for update""";

    private static final String GIVE_ALL_BACK = """
            update community.wish_budget b set live_votes = b.live_votes - 1
            from community.wish_support s
            where s.wish = ? and s.live and b.member = s.member and b.live_votes > 0""";

    private static final String REST = "update community.wish_support set live = false where wish = ? and live";

    private static final String SUPPORTS =
            "select exists (select from community.wish_support where wish = :wish and member = :member)";

    private static final String SUPPORTED = """
            select s.wish from community.wish_support s where s.member = :member order by s.at desc limit :max""";

    private static final String FOLLOWED = """
            select f.wish from community.wish_follow f where f.member = :member and f.ended_at is null
            order by f.at desc limit :max""";

    private static final String BUDGET = "select live_votes, open_wishes from community.wish_budget where member = ?";

    private final JdbcClient jdbc;
    private final String spend;
    private final String count;

    VoteStore(JdbcClient jdbc) {
        this(jdbc, SPEND, COUNT);
    }

    /// @param spend [#SPEND]; a test takes its guard away
    /// @param count [#COUNT]; likewise
    VoteStore(JdbcClient jdbc, String spend, String count) {
        this.jdbc = jdbc;
        this.spend = spend;
        this.count = count;
    }

    record Budget(int liveVotes, int openWishes) {}

    /// @return false: they support it already
    boolean support(WishId wish, String member, Instant at) {
        return support(wish, member, true, at);
    }

    /// @param live whether it counts against the budget
    /// @return false: they support it already
    boolean support(WishId wish, String member, boolean live, Instant at) {
        return jdbc.sql(SUPPORT)
                        .param("wish", wish.value())
                        .param("member", member)
                        .param("live", live)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// @return false: the budget is spent
    boolean spend(String member) {
        return jdbc.sql(spend).param("member", member).update() == 1;
    }

    /// @return false: the member has as many wishes open as they may
    boolean open(String member) {
        return jdbc.sql(OPEN).param("member", member).update() == 1;
    }

    /// A wish of theirs that was over waits again; as many as that may be.
    void reopen(String member) {
        jdbc.sql(REOPEN).param(member).update();
    }

    void close(String member) {
        jdbc.sql(CLOSE).param(member).update();
    }

    /// One row of the journal, and the figure that adds it up.
    ///
    /// @return false: the wish does not wait any more, and nothing was written
    boolean append(WishId wish, String member, int change, Instant at) {
        return append(wish, member, change, at, null);
    }

    /// @param merge by which it is moved; null: by its member's own hand
    boolean append(WishId wish, String member, int change, Instant at, @Nullable Long merge) {
        Optional<Integer> position = jdbc.sql(count)
                .param("wish", wish.value())
                .param("change", change)
                .query(Integer.class)
                .optional();
        position.ifPresent(next -> jdbc.sql(APPEND)
                .param("wish", wish.value())
                .param("member", member)
                .param("change", change)
                .param("at", Timestamp.from(at))
                .param("position", next)
                .param("merge", merge)
                .update());
        return position.isPresent();
    }

    /// @return false: they did not support it
    boolean leave(WishId wish, String member) {
        Optional<Boolean> live = remove(wish, member);
        if (live.orElse(false)) {
            giveOneBack(member);
        }
        return live.isPresent();
    }

    /// The same, and what it took of the budget stays taken.
    ///
    /// @return whether it was live; empty: they did not support it
    Optional<Boolean> remove(WishId wish, String member) {
        return jdbc.sql(LEAVE)
                .param("wish", wish.value())
                .param("member", member)
                .query(Boolean.class)
                .optional();
    }

    void giveOneBack(String member) {
        jdbc.sql(GIVE_BACK).param(member).update();
    }

    /// Every live vote of a decided wish goes back to whoever gave it; the wish's row is locked.
    void giveBack(WishId wish) {
        jdbc.sql(LOCK_BUDGETS).param(wish.value()).query(String.class).list();
        jdbc.sql(GIVE_ALL_BACK).param(wish.value()).update();
        jdbc.sql(REST).param(wish.value()).update();
    }

    boolean supports(WishId wish, String member) {
        return jdbc.sql(SUPPORTS)
                .param("wish", wish.value())
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    List<WishId> supported(String member, int max) {
        return wishes(SUPPORTED, member, max);
    }

    List<WishId> followed(String member, int max) {
        return wishes(FOLLOWED, member, max);
    }

    private List<WishId> wishes(String sql, String member, int max) {
        return jdbc.sql(sql)
                .param("member", member)
                .param("max", max)
                .query((row, number) -> new WishId(row.getObject(1, UUID.class)))
                .list();
    }

    Budget budget(String member) {
        return jdbc.sql(BUDGET)
                .param(member)
                .query((row, number) -> new Budget(row.getInt(1), row.getInt(2)))
                .optional()
                .orElse(new Budget(0, 0));
    }
}
