package dev.holdfast.community.wish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads the journal of votes, and keeps up to where it was tallied.
final class JournalStore {
    private static final String LENGTH = "select votes from community.wish where id = ?";

    private static final String PAGE = """
            select v.position, v.voter, v.change, v.at, v.merge from community.wish_vote v
            where v.wish = :wish and v.position > :after and v.position <= :upTo
            order by v.position limit :limit""";

    private static final String OF_MEMBER = """
            select v.number, v.wish, v.position, v.voter, v.change, v.at, v.merge from community.wish_vote v
            where v.member = :member and v.number > :after order by v.number limit :limit""";

    /// Along the first rows of voters.
    private static final String SUPPORTERS = """
            select v.voter, v.member from community.wish_vote v
            where v.wish = :wish and v.position = v.voter and v.position > :after
              and exists (select from community.wish_support s where s.wish = v.wish and s.member = v.member)
            order by v.position limit :limit""";

    /// What is decided at once, what waits once it was not tallied for a while.
    private static final String TO_TALLY = """
            select w.id, w.state not in ('OPEN', 'REOPENED') as decided from community.wish w
            where (w.votes > w.tallied or w.evidence > w.tallied_evidence)
              and (w.state not in ('OPEN', 'REOPENED') or coalesce(w.tallied_at, w.at) < :before)
            order by w.tallied_at nulls first limit :limit""";

    private static final String TALLIED = """
            update community.wish set tallied = greatest(tallied, :position),
              tallied_evidence = greatest(tallied_evidence, :evidence), tallied_at = :at
            where id = :wish""";

    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> length(WishId wish) {
        return jdbc.sql(LENGTH).param(wish.value()).query(Integer.class).optional();
    }

    List<VoteRow> page(WishId wish, int after, int upTo, int limit) {
        return jdbc.sql(PAGE)
                .param("wish", wish.value())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    List<OwnVote> of(String member, long after, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", member)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new OwnVote(row.getLong("number"), new WishId(row.getObject("wish", UUID.class)), row(row)))
                .list();
    }

    List<Supporter> supporters(WishId wish, int after, int limit) {
        return jdbc.sql(SUPPORTERS)
                .param("wish", wish.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Supporter(row.getInt("voter"), row.getString("member")))
                .list();
    }

    List<VoteJournal.Untallied> toTally(Instant before, int limit) {
        return jdbc.sql(TO_TALLY)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, number) -> new VoteJournal.Untallied(
                        new WishId(row.getObject("id", UUID.class)), row.getBoolean("decided")))
                .list();
    }

    void tallied(WishId wish, int position, int evidence, Instant at) {
        jdbc.sql(TALLIED)
                .param("wish", wish.value())
                .param("position", position)
                .param("evidence", evidence)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static VoteRow row(ResultSet row) throws SQLException {
        return new VoteRow(
                row.getInt("position"),
                row.getInt("voter"),
                row.getInt("change"),
                WishStore.at(row, "at"),
                row.getObject("merge", Long.class));
    }
}
