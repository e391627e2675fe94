package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which appointments the clock has something to do with.
final class DueStore {
    private static final String LAPSED = """
            select order_id from delivery.appointment where state = 'HELD' and held_until <= :until
            order by order_id limit :max
            """;

    private static final String REMINDED = """
            select a.order_id from delivery.appointment a join delivery.slot s on s.number = a.slot
            where a.state = 'CONFIRMED' and not a.reminded and s.from_at <= :until order by a.order_id limit :max
            """;

    /// Whoever has begun has come, even if it was not gone through to the end.
    private static final String MISSED = """
            select a.order_id from delivery.appointment a join delivery.slot s on s.number = a.slot
            where a.state = 'CONFIRMED' and s.to_at <= :until
              and not exists (select 1 from delivery.handover v where v.order_id = a.order_id)
            order by a.order_id limit :max
            """;

    /// Whoever is among the first for whom there is a place, and was not told yet.
    private static final String INVITED = """
            select w.order_id from (
              select order_id, invited_at, region,
                row_number() over (partition by region order by priority_at, order_id) as turn
              from delivery.appointment
              where state = 'WAITING' and (invited_at is null or invited_at > :began)) w
            join (select region, sum(capacity - taken) as free from delivery.slot where from_at > :until
              group by region) f on f.region = w.region
            where w.invited_at is null and w.turn <= f.free order by w.order_id limit :max
            """;

    private final JdbcClient jdbc;

    DueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrderId> lapsed(Instant until, int max) {
        return due(LAPSED, until, max);
    }

    /// Confirmed ones whose time begins by then.
    List<OrderId> toRemind(Instant until, int max) {
        return due(REMINDED, until, max);
    }

    /// Confirmed ones whose time was over by then.
    List<OrderId> missed(Instant until, int max) {
        return due(MISSED, until, max);
    }

    List<OrderId> toInvite(Instant began, Instant now, int max) {
        return jdbc.sql(INVITED)
                .param("began", utc(began))
                .param("until", utc(now))
                .param("max", max)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<OrderId> due(String sql, Instant until, int max) {
        return jdbc.sql(sql)
                .param("until", utc(until))
                .param("max", max)
                .query((row, number) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }
}
