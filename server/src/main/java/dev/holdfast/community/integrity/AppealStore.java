package dev.holdfast.community.integrity;

import dev.holdfast.community.wish.WishId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of objections.
final class AppealStore {
    /// The vote that counts of a member; none where they took it back.
    private static final String VOTE = """
            select v.position from community.wish_vote v
            where v.wish = :wish and v.member = :member and v.change = 1 and not exists (
              select from community.wish_vote later
              where later.wish = v.wish and later.voter = v.voter and later.position > v.position)""";

    private static final String APPEAL = """
            insert into community.vote_appeal (wish, position, member, text, at)
            values (:wish, :position, :member, :text, :at)
            on conflict (wish, position) do nothing returning number""";

    private static final String COLUMNS = """
            select a.number, a.wish, a.position, a.member, a.text, a.at, a.lifted, a.reason, a.actor, a.decided_at
            from community.vote_appeal a
            """;

    private static final String ONE = COLUMNS + "where a.number = ?";

    private static final String LOCKED = ONE + " for update";

    private static final String PAGE = COLUMNS + """
            where a.number < :before and (not :open or a.decided_at is null) order by a.number desc limit :limit""";

    private static final String OWN = COLUMNS + "where a.member = :member order by a.number limit :limit";

    private static final String OF_WISH = COLUMNS + "where a.wish = :wish order by a.number desc limit :limit";

    private static final String DECIDE = """
            update community.vote_appeal set lifted = :lifted, reason = :reason, actor = :actor, decided_at = :at
            where number = :number""";

    private final JdbcClient jdbc;

    AppealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Integer> vote(WishId wish, String member) {
        return jdbc.sql(VOTE)
                .param("wish", wish.value())
                .param("member", member)
                .query(Integer.class)
                .optional();
    }

    /// @return its number; empty: they objected before
    Optional<Long> appeal(WishId wish, int position, String member, String text, Instant at) {
        return jdbc.sql(APPEAL)
                .param("wish", wish.value())
                .param("position", position)
                .param("member", member)
                .param("text", text)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Appeal> find(long number) {
        return jdbc.sql(ONE).param(number).query((row, index) -> appeal(row)).optional();
    }

    Optional<Appeal> lock(long number) {
        return jdbc.sql(LOCKED).param(number).query((row, index) -> appeal(row)).optional();
    }

    List<Appeal> page(boolean open, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("open", open)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> appeal(row))
                .list();
    }

    List<Appeal> own(String member, int limit) {
        return jdbc.sql(OWN)
                .param("member", member)
                .param("limit", limit)
                .query((row, index) -> appeal(row))
                .list();
    }

    List<Appeal> of(WishId wish, int limit) {
        return jdbc.sql(OF_WISH)
                .param("wish", wish.value())
                .param("limit", limit)
                .query((row, index) -> appeal(row))
                .list();
    }

    void decide(long number, boolean lifted, String reason, String actor, Instant at) {
        jdbc.sql(DECIDE)
                .param("number", number)
                .param("lifted", lifted)
                .param("reason", reason)
                .param("actor", actor)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Appeal(
                row.getLong("number"),
                new WishId(row.getObject("wish", UUID.class)),
                row.getInt("position"),
                row.getString("member"),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                row.getObject("lifted", Boolean.class),
                row.getString("reason"),
                row.getString("actor"),
                decidedAt == null ? null : decidedAt.toInstant());
    }
}
