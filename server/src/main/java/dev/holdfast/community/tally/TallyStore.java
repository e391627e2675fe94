package dev.holdfast.community.tally;

import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of published totals.
final class TallyStore {
    /// Whoever adds the same rows at the same time comes to the same.
    private static final String PUBLISH = """
            insert into community.tally
              (wish, cause, rule, position, cut_at, votes, withdrawals, bytes, checksum, evidence, evidence_bytes,
              evidence_checksum, weights, weighted, published_at)
            values (:wish, :cause, :rule, :position, :cutAt, :votes, :withdrawals, :bytes, :checksum, :evidence,
              :evidenceBytes, :evidenceChecksum, :weights, :weighted, :publishedAt)
            on conflict (wish, position, evidence, weights) do nothing""";

    private static final String ALL = """
            select t.number, t.wish, t.cause, t.rule, t.position, t.cut_at, t.votes, t.withdrawals, t.bytes, t.checksum,
              t.evidence, t.evidence_bytes, t.evidence_checksum, t.weights, t.weighted, t.published_at
            from community.tally t""";

    private static final String COLUMNS = ALL + " where t.wish = :wish";
    /// Of each wish by the index, as it has one total a day.
    private static final String LATEST = ALL + """
             join unnest(:wishes::uuid[]) as w (id)
            on t.number = (
              select l.number from community.tally l where l.wish = w.id order by l.number desc limit 1)""";

    private static final String PAGE = COLUMNS + " and t.number < :before order by t.number desc limit :limit";
    private static final String AS_OF = COLUMNS + " and t.published_at <= :at order by t.number desc limit 1";
    private static final String AT =
            COLUMNS + " and t.position = :position and t.evidence = :evidence and t.weights = :weights";
    private static final String ONE = COLUMNS + " and t.number = :number";

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false: the same was published before
    boolean publish(
            WishId wish,
            Tally.Cause cause,
            int position,
            VoteFile.Sums sums,
            Tally.Weighted weighted,
            Instant cutAt,
            Instant publishedAt) {
        return jdbc.sql(PUBLISH)
                        .param("wish", wish.value())
                        .param("cause", cause.name())
                        .param("rule", Tally.ONE_VOTE_EACH)
                        .param("position", position)
                        .param("cutAt", Timestamp.from(cutAt))
                        .param("votes", sums.votes())
                        .param("withdrawals", sums.withdrawals())
                        .param("bytes", sums.bytes())
                        .param("checksum", HexFormat.of().parseHex(sums.checksum()))
                        .param("evidence", weighted.evidence())
                        .param("evidenceBytes", weighted.bytes())
                        .param("evidenceChecksum", HexFormat.of().parseHex(weighted.checksum()))
                        .param("weights", weighted.weights())
                        .param("weighted", weighted.hundredths())
                        .param("publishedAt", Timestamp.from(publishedAt))
                        .update()
                == 1;
    }

    Optional<Tally> at(WishId wish, int position, int evidence, int weights) {
        return jdbc.sql(AT)
                .param("wish", wish.value())
                .param("position", position)
                .param("evidence", evidence)
                .param("weights", weights)
                .query((row, number) -> tally(row))
                .optional();
    }

    Optional<Tally> one(WishId wish, long number) {
        return jdbc.sql(ONE)
                .param("wish", wish.value())
                .param("number", number)
                .query((row, index) -> tally(row))
                .optional();
    }

    Optional<Tally> asOf(WishId wish, Instant at) {
        return jdbc.sql(AS_OF)
                .param("wish", wish.value())
                .param("at", Timestamp.from(at))
                .query((row, index) -> tally(row))
                .optional();
    }

    List<Tally> page(WishId wish, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("wish", wish.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> tally(row))
                .list();
    }

    List<Tally> latest(List<WishId> wishes) {
        return jdbc.sql(LATEST)
                .param("wishes", WishId.values(wishes))
                .query((row, number) -> tally(row))
                .list();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("number"),
                new WishId(row.getObject("wish", UUID.class)),
                Tally.Cause.valueOf(row.getString("cause")),
                row.getString("rule"),
                row.getInt("position"),
                row.getTimestamp("cut_at").toInstant(),
                row.getInt("votes"),
                row.getInt("withdrawals"),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("checksum")),
                new Tally.Weighted(
                        row.getLong("weighted"),
                        row.getInt("weights"),
                        row.getInt("evidence"),
                        HexFormat.of().formatHex(row.getBytes("evidence_checksum")),
                        row.getLong("evidence_bytes")),
                row.getTimestamp("published_at").toInstant());
    }
}
