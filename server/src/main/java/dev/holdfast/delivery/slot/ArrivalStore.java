package dev.holdfast.delivery.slot;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.launch.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which orders' units have come to a centre, and which are there no more.
final class ArrivalStore {
    /// A unit that was at the centre before it was given has been there for its owner since it was given.
    private static final String ARRIVED = """
            select h.order_id, coalesce(u.region, h.region) as region, greatest(u.at, g.at) as priority_at
            from delivery.unit u join delivery.holding h on h.unit = u.number
            join lateral (select at from delivery.giving where order_id = h.order_id and unit = h.unit and given
              order by number desc limit 1) g on true
            left join delivery.appointment a on a.order_id = h.order_id
            where u.state in ('ARRIVED', 'READY') and coalesce(u.region, h.region) is not null
              and (a.order_id is null or a.state = 'GONE') and (:order::uuid is null or h.order_id = :order)
            order by u.number limit :max
            """;

    /// Whoever was here before comes back in their old turn.
    private static final String ARRIVE = """
            insert into delivery.appointment (order_id, member, region, priority_at, state, since)
            values (:order, :member, :region, :priority, 'WAITING', :now)
            on conflict (order_id) do update set region = excluded.region, state = 'WAITING', since = excluded.since
            where delivery.appointment.state = 'GONE'
            """;

    private static final String LEFT = """
            select a.order_id, u.state from delivery.appointment a
            left join delivery.holding h on h.order_id = a.order_id left join delivery.unit u on u.number = h.unit
            where a.state in ('WAITING', 'HELD', 'CONFIRMED') and a.region not like 'service:%' and (u.number is null
              or u.state not in ('ARRIVED', 'READY') or coalesce(u.region, h.region) is distinct from a.region)
            order by a.order_id limit :max
            """;

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param priorityAt since when it has been there for this order
    record Arrived(OrderId order, String region, Instant priorityAt) {}

    /// @param delivered false: it was damaged, sent elsewhere or given to somebody else
    record Left(OrderId order, boolean delivered) {}

    /// @param order null: any
    List<Arrived> arrived(@Nullable OrderId order, int max) {
        return jdbc.sql(ARRIVED)
                .param("order", order == null ? null : order.value())
                .param("max", max)
                .query((row, number) -> new Arrived(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getString("region"),
                        row.getObject("priority_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @param members of the orders that still have one
    /// @return those that nobody else wrote down meanwhile
    List<Arrived> arrive(List<Arrived> arrived, Map<OrderId, String> members, Instant now) {
        return arrived.stream()
                .filter(one -> members.containsKey(one.order()))
                .filter(one -> jdbc.sql(ARRIVE)
                                .param("order", one.order().value())
                                .param("member", Objects.requireNonNull(members.get(one.order())))
                                .param("region", one.region())
                                .param("priority", utc(one.priorityAt()))
                                .param("now", utc(now))
                                .update()
                        > 0)
                .toList();
    }

    List<Left> left(int max) {
        return jdbc.sql(LEFT)
                .param("max", max)
                .query((row, number) -> new Left(
                        new OrderId(row.getObject("order_id", UUID.class)), "DELIVERED".equals(row.getString("state"))))
                .list();
    }
}
