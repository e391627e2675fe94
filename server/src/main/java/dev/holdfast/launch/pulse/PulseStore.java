package dev.holdfast.launch.pulse;

import dev.holdfast.launch.pulse.Counts.Snapshot;
import dev.holdfast.launch.pulse.Pulse.Health;
import dev.holdfast.launch.pulse.Pulse.Instance;
import dev.holdfast.launch.pulse.Pulse.Payments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was recorded, and what the book itself says.
final class PulseStore {
    private static final String NOW = "select now()";

    /// A quarter of an hour, with the row before it to count from.
    static final String SECONDS = """
            select at, positions, paid, live from launch.pulse
            where launch = :launch and at >= coalesce(
              (select max(p.at) from launch.pulse p where p.launch = :launch and p.at < now() - interval '15 minutes'),
              '-infinity')
            order by at""";

    /// For each instance its sums now and a minute ago.
    static final String COUNTS = """
            select latest.reasons, latest.refused, latest.latencies, before.reasons, before.refused, before.latencies
            from launch.instance i
            cross join lateral (
              select c.reasons, c.refused, c.latencies from launch.instance_count c
              where c.launch = :launch and c.instance = i.id order by c.at desc limit 1) latest
            left join lateral (
              select c.reasons, c.refused, c.latencies from launch.instance_count c
              where c.launch = :launch and c.instance = i.id and c.at <= now() - interval '1 minute'
              order by c.at desc limit 1) before on true""";

    private static final String INSTANCES = """
            select name, started_at, seen_at, waiting,
              case when stopped_at is not null then 'STOPPED'
                when seen_at < now() - interval '5 seconds' then 'SILENT' else 'SERVING' end
            from launch.instance where seen_at > now() - interval '10 minutes' order by started_at, name""";

    /// Holds by the minute in which they end; of the line only what the sweeper has not passed.
    static final String ENDING = """
            select greatest(0, floor(extract(epoch from o.pay_before - :now) / 60))::int, count(*)
            from launch.orders o
            where o.launch = :launch and o.state = 'HELD' and o.pay_before < :until
              and o.position > (select l.swept_position from launch.line l where l.launch = :launch)
            group by 1""";

    /// Of the latest two hundred reports, those that brought a deposit.
    static final String PAYMENTS = """
            select percentile_disc(0.5) within group (order by lag.ms),
              percentile_disc(0.99) within group (order by lag.ms), max(lag.at)
            from (
              select latest.at, greatest(0, extract(epoch from latest.at - o.held_at) * 1000)::bigint as ms
              from (
                select e.order_id, e.at, e.outcome from launch.payment_event e
                where e.launch = :launch order by e.number desc limit 200) latest
              join launch.orders o on o.id = latest.order_id
              where latest.outcome = 'PLACED' and latest.at > :since) lag
            having count(*) > 0""";

    private final JdbcClient jdbc;

    PulseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant now() {
        return jdbc.sql(NOW).query((row, number) -> at(row, 1)).single();
    }

    List<Second> seconds(int launch) {
        return jdbc.sql(SECONDS)
                .param("launch", launch)
                .query((row, number) -> new Second(at(row, 1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /// @param before null: it counted nothing a minute ago
    record CountsOfOne(Snapshot latest, @Nullable Snapshot before) {}

    List<CountsOfOne> counts(int launch) {
        return jdbc.sql(COUNTS)
                .param("launch", launch)
                .query((row, number) ->
                        new CountsOfOne(snapshot(row, 1), row.getArray(4) == null ? null : snapshot(row, 4)))
                .list();
    }

    private static Snapshot snapshot(ResultSet row, int from) throws SQLException {
        var reasons = (String[]) row.getArray(from).getArray();
        var refused = (Long[]) row.getArray(from + 1).getArray();
        var latencies = (Long[]) row.getArray(from + 2).getArray();
        var refusals = new HashMap<String, Long>();
        for (int reason = 0; reason < reasons.length; reason++) {
            refusals.put(reasons[reason], refused[reason]);
        }
        return new Snapshot(refusals, List.of(latencies));
    }

    List<Instance> instances() {
        return jdbc.sql(INSTANCES)
                .query((row, number) -> new Instance(
                        row.getString(1), Health.valueOf(row.getString(5)), at(row, 2), at(row, 3), row.getInt(4)))
                .list();
    }

    Map<Integer, Long> ending(int launch, Instant now, Instant until) {
        var minutes = new HashMap<Integer, Long>();
        jdbc.sql(ENDING)
                .param("launch", launch)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    minutes.put(row.getInt(1), row.getLong(2));
                });
        return minutes;
    }

    Optional<Payments> payments(int launch, Instant since) {
        return jdbc.sql(PAYMENTS)
                .param("launch", launch)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Payments(Duration.ofMillis(row.getLong(1)), Duration.ofMillis(row.getLong(2)), at(row, 3)))
                .optional();
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
