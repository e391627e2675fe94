package dev.holdfast.launch.lobby;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The waiting lists, by the database's clock as everything of an admission.
final class WaitingListStore {
    private static final String READ = """
            select joined_at, called_at, kept_until from launch.waiting_list
            where launch = :launch and member = :member and (kept_until is null or kept_until > now())""";

    private static final String JOIN = """
            insert into launch.waiting_list (launch, member, place, again) values (:launch, :member, :place, :again)
            on conflict (launch, member) do update
              set again = true, joined_at = now(), called_at = null, kept_until = null, position = null
              where waiting_list.kept_until <= now()""";

    private static final String LEAVE = """
            delete from launch.waiting_list where launch = :launch and member = :member and called_at is null""";

    /// The row stays: it says that one of those who were called is not waited for.
    private static final String DECLINE = """
            update launch.waiting_list set kept_until = now()
            where launch = :launch and member = :member and kept_until > now()""";

    /// Those whose place has come, and of those who let a turn pass as many as units are left when it came to all.
    private static final String CALL = """
            update launch.waiting_list w
            set called_at = now(), kept_until = now() + make_interval(secs => :keep), position = :positions
            where w.launch = :launch and w.called_at is null and (
              (not w.again and w.place <= :serving)
              or w.member in (
                select a.member from launch.waiting_list a
                where a.launch = :launch and a.again and a.called_at is null order by a.joined_at, a.place
                limit :spare))
            returning w.member, w.called_at, w.kept_until""";

    /// Whoever was called a day ago and longer is counted by nothing any more.
    private static final String STANDING = """
            select count(*) filter (where not w.again and w.place > :served) as called,
              count(*) filter (where o.position > :ordered) as ordered,
              count(*) filter (where o.position is null and w.kept_until > now()) as kept
            from launch.waiting_list w
            left join lateral (
              select min(o.position) as position from launch.orders o
              where o.member = w.member and o.launch = w.launch and o.position > w.position) o on true
            where w.launch = :launch and w.kept_until > now() - interval '1 day' and w.called_at is not null""";

    private final JdbcClient jdbc;

    WaitingListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Called(String member, Instant at, Instant keptUntil) {}

    /// What those who were called from the list are to the counts of an admission.
    ///
    /// @param called of the places called within the time of a pass, those on the list
    /// @param ordered of the orders within that time, theirs
    /// @param kept units kept for those who have not ordered
    record Standing(long called, long ordered, long kept) {}

    /// Empty when they are not on it, or what was kept for them is not any more.
    Optional<Listed> read(int launch, String member) {
        return jdbc.sql(READ)
                .param("launch", launch)
                .param("member", member)
                .query((row, number) -> new Listed(
                        row.getTimestamp("joined_at").toInstant(),
                        instant(row, "called_at"),
                        instant(row, "kept_until")))
                .optional();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// @param again the member was called before, and let it pass
    void join(int launch, String member, long place, boolean again) {
        jdbc.sql(JOIN)
                .param("launch", launch)
                .param("member", member)
                .param("place", place)
                .param("again", again)
                .update();
    }

    void leave(int launch, String member) {
        for (String statement : List.of(LEAVE, DECLINE)) {
            jdbc.sql(statement).param("launch", launch).param("member", member).update();
        }
    }

    List<Called> call(int launch, long serving, long positions, long spare, Duration keep) {
        return jdbc.sql(CALL)
                .param("launch", launch)
                .param("serving", serving)
                .param("positions", positions)
                .param("spare", spare)
                .param("keep", (double) keep.toSeconds())
                .query((row, number) -> new Called(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /// @param since where the admission stood when the time of a pass began
    Standing standing(int launch, AdmissionStore.Ago since) {
        return jdbc.sql(STANDING)
                .param("launch", launch)
                .param("served", since.serving())
                .param("ordered", since.positions())
                .query((row, number) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
