package dev.holdfast.launch.lobby;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each launch has come in letting people in: one row that only grows, and one for each second of it, for a
/// day.
final class AdmissionStore {
    /// Launches that have, or had, a waiting room and are not over.
    private static final String ROOMS = """
            select slug from launch.launch
            where jsonb_typeof(definition -> 'waitingRoom') = 'object' and closed_at is null order by number""";

    private static final String MAKE =
            "insert into launch.admission (launch) values (:launch) on conflict (launch) do nothing";

    /// How it stood before anybody was called: what the first second moves is reckoned from there.
    private static final String BEGIN = """
            insert into launch.admission_second (launch, at, serving, positions)
            select a.launch, now(), a.serving, l.positions
            from launch.admission a join launch.line l on l.launch = a.launch
            where a.launch = :launch and not exists (select from launch.admission_second s where s.launch = :launch)
            on conflict (launch, at) do nothing""";

    /// Whoever comes while another instance is at it leaves it to that one.
    private static final String LOCK = """
            select serving, pace, carried, at, now() from launch.admission where launch = :launch
            for update skip locked""";

    private static final String READ = """
            select serving, pace, carried, at, now() from launch.admission where launch = :launch""";

    private static final String MOVE = """
            update launch.admission set serving = :serving, pace = :pace, carried = :carried, at = now()
            where launch = :launch and serving <= :serving""";

    private static final String SECOND = """
            insert into launch.admission_second (launch, at, serving, positions)
            select :launch, now(), :serving, :positions
            where not exists (
              select from (
                select s.serving, s.positions from launch.admission_second s
                where s.launch = :launch order by s.at desc limit 1) last
              where last.serving = :serving and last.positions = :positions)""";

    /// But for the last: it says how it stands, however long ago.
    private static final String FORGET = """
            delete from launch.admission_second where launch = :launch and at < now() - interval '1 day'
              and at < (select max(s.at) from launch.admission_second s where s.launch = :launch)""";

    /// Where it stood this long ago; before the first second, as in the first.
    private static final String AGO = """
            (select serving, positions from launch.admission_second
             where launch = :launch and at <= now() - make_interval(secs => :ago) order by at desc limit 1)
            union all
            (select serving, positions from launch.admission_second where launch = :launch order by at limit 1)
            limit 1""";

    private static final String WAITING = """
            select coalesce(sum(waiting), 0) from launch.instance
            where seen_at > now() - interval '5 seconds' and stopped_at is null""";

    private final JdbcClient jdbc;

    AdmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param at when it was moved last, by the database's clock
    /// @param now by the same
    record Stand(long serving, Pace pace, Instant at, Instant now) {
        Duration passed() {
            return Duration.between(at, now);
        }
    }

    record Ago(long serving, long positions) {}

    List<String> rooms() {
        return jdbc.sql(ROOMS).query((row, number) -> row.getString(1)).list();
    }

    void make(int launch) {
        jdbc.sql(MAKE).param("launch", launch).update();
        jdbc.sql(BEGIN).param("launch", launch).update();
    }

    Optional<Stand> lock(int launch) {
        return stand(LOCK, launch);
    }

    Optional<Stand> read(int launch) {
        return stand(READ, launch);
    }

    private Optional<Stand> stand(String sql, int launch) {
        return jdbc.sql(sql)
                .param("launch", launch)
                .query((row, number) -> new Stand(
                        row.getLong(1),
                        new Pace(row.getDouble(2), row.getDouble(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    void move(int launch, long serving, Pace pace, long positions) {
        jdbc.sql(MOVE)
                .param("launch", launch)
                .param("serving", serving)
                .param("pace", pace.perSecond())
                .param("carried", pace.carried())
                .update();
        jdbc.sql(SECOND)
                .param("launch", launch)
                .param("serving", serving)
                .param("positions", positions)
                .update();
    }

    void forget(int launch) {
        jdbc.sql(FORGET).param("launch", launch).update();
    }

    Optional<Ago> ago(int launch, Duration ago) {
        return jdbc.sql(AGO)
                .param("launch", launch)
                .param("ago", (double) ago.toSeconds())
                .query((row, number) -> new Ago(row.getLong(1), row.getLong(2)))
                .optional();
    }

    int waiting() {
        return jdbc.sql(WAITING).query((row, number) -> row.getInt(1)).single();
    }
}
