package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Where votes went that a merge moved, there or back.
final class MovedStore {
    /// All wishes that votes of this one may have come to, in one order for everybody, so that nobody waits for
    /// somebody who waits for them. One that was never merged needs none of it.
    private static final String LOCK = """
            with recursive joined (wish) as (
              select :wish::uuid
              union
              select case when m.source = j.wish then m.target else m.source end
              from joined j join community.merge m on j.wish in (m.source, m.target))
            select w.id from community.wish w
            where w.id in (select j.wish from joined j) and (select count(*) from joined) > 1
            order by w.id for update""";

    /// The votes that left by the rows of a page, and those that had left before something was noticed of
    /// them; then where each of them was cast next by the same merge. What was noticed there before, or was
    /// lifted here, is not noticed again.
    private static final String TO_CARRY = """
            with gone as (
              select v.position, o.number, o.member, o.merge
              from community.wish_vote o
              join lateral (
                select b.position from community.wish_vote b
                where b.wish = o.wish and b.voter = o.voter and b.position < o.position
                order by b.position desc limit 1) v on true
              where o.wish = :wish and o.position > :after and o.position <= :upTo
                and o.change = -1 and o.merge is not null
              union
              select v.position, o.number, o.member, o.merge
              from community.vote_evidence e
              join community.wish_vote v on v.wish = e.wish and v.position = e.position
              join lateral (
                select n.number, n.member, n.merge from community.wish_vote n
                where n.wish = v.wish and n.voter = v.voter and n.position > v.position
                order by n.position limit 1) o on o.merge is not null
              where e.wish = :wish and e.number > :known)
            select t.wish, t.position, e.signal, max(e.count) as count
            from gone g
            join community.vote_evidence e on e.wish = :wish and e.position = g.position
            join lateral (
              select c.wish, c.position from community.wish_vote c
              where c.member = g.member and c.merge = g.merge and c.change = 1 and c.number > g.number
              order by c.number limit 1) t on true
            where not exists (
              select from community.vote_evidence k
              where k.wish = t.wish and k.position = t.position and k.signal = e.signal)
            group by t.wish, t.position, e.signal having sum(e.change) > 0
            order by t.wish, t.position, e.signal""";

    /// Of the votes that count: who took one back is told nothing of it.
    private static final String TO_TELL = """
            select distinct v.member, v.voter
            from community.vote_evidence e
            join community.wish_vote v on v.wish = e.wish and v.position = e.position
            where e.wish = :wish and e.number > :known and e.change = 1 and v.change = 1 and not exists (
              select from community.wish_vote later
              where later.wish = v.wish and later.voter = v.voter and later.position > v.position)
            order by v.voter""";

    private final JdbcClient jdbc;

    MovedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is to be noticed of a vote where it came to.
    record Carried(WishId wish, int position, VoteSignal signal, int together) {}

    /// @param voter the number of their first row
    record Voter(String member, int voter) {}

    /// Until the running transaction ends nobody moves a vote from or to it.
    void lock(WishId wish) {
        jdbc.sql(LOCK).param("wish", wish.value()).query((row, number) -> true).list();
    }

    /// @param known how many rows of evidence there were before
    List<Carried> toCarry(WishId wish, int after, int upTo, int known) {
        return jdbc.sql(TO_CARRY)
                .param("wish", wish.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("known", known)
                .query((row, number) -> new Carried(
                        new WishId(row.getObject("wish", UUID.class)),
                        row.getInt("position"),
                        VoteSignal.valueOf(row.getString("signal")),
                        row.getInt("count")))
                .list();
    }

    /// Whose vote something was noticed of since.
    List<Voter> toTell(WishId wish, int known) {
        return jdbc.sql(TO_TELL)
                .param("wish", wish.value())
                .param("known", known)
                .query((row, number) -> new Voter(row.getString("member"), row.getInt("voter")))
                .list();
    }
}
