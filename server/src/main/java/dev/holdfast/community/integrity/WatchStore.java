package dev.holdfast.community.integrity;

import dev.holdfast.community.integrity.WatchedVotes.Bar;
import dev.holdfast.community.integrity.WatchedVotes.Burst;
import dev.holdfast.community.integrity.WatchedVotes.Sum;
import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads evidence wish by wish, and when votes were cast.
final class WatchStore {
    private static final String PAGE = """
            select p.id, e.signal, sum(e.change)::int as votes from (
              select w.id, w.evidence, w.number from community.wish w where w.evidence > 0
              order by w.evidence desc, w.number desc limit :limit offset :skip) p
            join community.vote_evidence e on e.wish = p.id
            group by p.evidence, p.number, p.id, e.signal order by p.evidence desc, p.number desc""";

    private static final String SUMS = """
            select e.signal, sum(e.change)::int as votes, count(*) filter (where e.change = -1)::int as lifted,
              max(e.count) as most
            from community.vote_evidence e where e.wish = :wish group by e.signal order by e.signal""";

    private static final String BURSTS = """
            select date_bin('10 minutes', v.at, 'epoch') as began, count(*)::int as votes
            from community.vote_evidence e
            join community.wish_vote v on v.wish = e.wish and v.position = e.position
            where e.wish = :wish and e.signal = 'BURST' and e.change = 1 and v.merge is null
            group by 1 order by 2 desc, 1 limit :limit""";

    /// Votes that a merge moved were cast elsewhere.
    private static final String CAST = """
            from community.wish_vote v
            where v.wish = :wish and v.change = 1 and v.merge is null
              and v.position > (select w.votes from community.wish w where w.id = :wish) - :most
            """;

    private static final String LASTED =
            "select coalesce(extract(epoch from max(v.at) - min(v.at)), 0)::bigint " + CAST;

    private static final String BARS = """
            select date_bin(make_interval(secs => :seconds), v.at, 'epoch') as began, count(*)::int as votes,
              count(*) filter (where exists (
                select from community.vote_evidence e
                where e.wish = v.wish and e.position = v.position and e.signal = 'BURST'
                  and e.change = 1))::int as burst
            """ + CAST + "group by 1 order by 1";

    private final JdbcClient jdbc;

    WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WatchedWish> page(int skip, int limit) {
        Map<UUID, Map<VoteSignal, Integer>> wishes = new LinkedHashMap<>();
        jdbc.sql(PAGE).param("skip", skip).param("limit", limit).query(row -> {
            wishes.computeIfAbsent(row.getObject("id", UUID.class), wish -> new EnumMap<>(VoteSignal.class))
                    .put(VoteSignal.valueOf(row.getString("signal")), row.getInt("votes"));
        });
        List<WatchedWish> page = new ArrayList<>();
        wishes.forEach((wish, noticed) -> page.add(new WatchedWish(new WishId(wish), noticed)));
        return page;
    }

    List<Sum> sums(WishId wish) {
        return jdbc.sql(SUMS)
                .param("wish", wish.value())
                .query((row, number) -> new Sum(
                        VoteSignal.valueOf(row.getString("signal")),
                        row.getInt("votes"),
                        row.getInt("lifted"),
                        row.getInt("most")))
                .list();
    }

    List<Burst> bursts(WishId wish, int limit) {
        return jdbc.sql(BURSTS)
                .param("wish", wish.value())
                .param("limit", limit)
                .query((row, number) -> new Burst(row.getTimestamp("began").toInstant(), row.getInt("votes")))
                .list();
    }

    /// How long it took from the first of the latest votes to the last.
    Duration lasted(WishId wish, int most) {
        return Duration.ofSeconds(jdbc.sql(LASTED)
                .param("wish", wish.value())
                .param("most", most)
                .query(Long.class)
                .single());
    }

    List<Bar> bars(WishId wish, Duration span, int most) {
        return jdbc.sql(BARS)
                .param("wish", wish.value())
                .param("seconds", span.toSeconds())
                .param("most", most)
                .query((row, number) -> bar(row))
                .list();
    }

    private static Bar bar(ResultSet row) throws SQLException {
        return new Bar(row.getTimestamp("began").toInstant(), row.getInt("votes"), row.getInt("burst"));
    }
}
