package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal of evidence, numbered within each wish under the lock of the wish's row, and what it adds up
/// to.
final class EvidenceStore {
    private static final String APPEND = """
            with next as (
              update community.wish set evidence = evidence + 1 where id = :wish returning evidence)
            insert into community.vote_evidence (wish, number, position, signal, count, change, at)
            select :wish, n.evidence, :position, :signal, :count, :change, :at from next n""";

    private static final String KNOWN = """
            select exists (select from community.vote_evidence e
              where e.wish = :wish and e.position = :position and e.signal = :signal)""";

    private static final String PAGE = """
            select e.number, e.position, e.signal, e.count, e.change, e.at from community.vote_evidence e
            where e.wish = :wish and e.number > :after and e.number <= :upTo
            order by e.number limit :limit""";

    private static final String STANDING = """
            select min(e.number) as number, e.position, e.signal, max(e.count) as count, 1 as change, min(e.at) as at
            from community.vote_evidence e where e.wish = :wish and e.position = :position
            group by e.position, e.signal having sum(e.change) > 0 order by 1""";

    private static final String LENGTH = "select evidence from community.wish where id = ?";

    private static final String OWN = """
            select e.wish, e.number, e.position, e.signal, e.count, e.change, e.at,
              exists (select from community.vote_evidence l
                where l.wish = e.wish and l.position = e.position and l.signal = e.signal and l.change = -1) as lifted
            from community.wish_vote v
            join community.vote_evidence e on e.wish = v.wish and e.position = v.position and e.change = 1
            where v.member = :member order by e.at, e.wish, e.number limit :limit""";

    /// Of the votes that count alone: what was noticed of one that its member took back is no more than history.
    private static final String OWN_COUNTING = """
            select e.wish, e.number, e.position, e.signal, e.count, e.change, e.at,
              exists (select from community.vote_evidence l
                where l.wish = e.wish and l.position = e.position and l.signal = e.signal and l.change = -1) as lifted
            from community.wish_vote v
            join community.vote_evidence e on e.wish = v.wish and e.position = v.position and e.change = 1
            where v.member = :member and v.change = 1 and not exists (
              select from community.wish_vote later
              where later.wish = v.wish and later.voter = v.voter and later.position > v.position)
            order by e.at desc, e.wish, e.number limit :limit""";

    /// By how many hundredths the votes that count at a cut-off are lighter. What counts of a voter is their
    /// latest row, where it is a vote.
    private static final String LIGHTER = """
            select coalesce(sum(least(100, n.points)), 0) from (
              select s.position, sum(case s.signal when 'NEW_ACCOUNT' then w.new_account when 'DEVICE' then w.device
                when 'NETWORK' then w.network else w.burst end) as points
              from (
                select e.position, e.signal from community.vote_evidence e
                where e.wish = :wish and e.number <= :evidence and e.position <= :position
                group by e.position, e.signal having sum(e.change) > 0) s
              cross join community.vote_weights w
              where w.version = :weights
              group by s.position) n
            join community.wish_vote v on v.wish = :wish and v.position = n.position
            where not exists (select from community.wish_vote later
              where later.wish = v.wish and later.voter = v.voter and later.position > v.position
                and later.position <= :position)""";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(WishId wish, int position, VoteSignal signal, int count, int change, Instant at) {
        jdbc.sql(APPEND)
                .param("wish", wish.value())
                .param("position", position)
                .param("signal", signal.name())
                .param("count", count)
                .param("change", change)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Whether it was noticed once, lifted or not.
    boolean known(WishId wish, int position, VoteSignal signal) {
        return jdbc.sql(KNOWN)
                .param("wish", wish.value())
                .param("position", position)
                .param("signal", signal.name())
                .query(Boolean.class)
                .single();
    }

    List<Evidence> page(WishId wish, int after, int upTo, int limit) {
        return jdbc.sql(PAGE)
                .param("wish", wish.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, number) -> evidence(row))
                .list();
    }

    /// What is noticed of a vote and was not lifted.
    List<Evidence> standing(WishId wish, int position) {
        return jdbc.sql(STANDING)
                .param("wish", wish.value())
                .param("position", position)
                .query((row, number) -> evidence(row))
                .list();
    }

    int length(WishId wish) {
        return jdbc.sql(LENGTH)
                .param(wish.value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    List<OwnEvidence> own(String member, int limit) {
        return own(OWN, member, limit);
    }

    List<OwnEvidence> counting(String member, int limit) {
        return own(OWN_COUNTING, member, limit);
    }

    private List<OwnEvidence> own(String sql, String member, int limit) {
        return jdbc.sql(sql)
                .param("member", member)
                .param("limit", limit)
                .query((row, number) -> new OwnEvidence(
                        new WishId(row.getObject("wish", UUID.class)), evidence(row), row.getBoolean("lifted")))
                .list();
    }

    long lighter(WishId wish, int position, int evidence, int weights) {
        return jdbc.sql(LIGHTER)
                .param("wish", wish.value())
                .param("position", position)
                .param("evidence", evidence)
                .param("weights", weights)
                .query(Long.class)
                .single();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getInt("number"),
                row.getInt("position"),
                VoteSignal.valueOf(row.getString("signal")),
                row.getInt("count"),
                row.getInt("change"),
                row.getTimestamp("at").toInstant());
    }
}
