package dev.holdfast.launch.intake;

import dev.holdfast.launch.Course;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what orders were promised and how they ended, a page at a time: a line of a million is looked at once a week,
/// beside its own work.
///
/// What was written before an instant is the same whenever it is asked for, so pages read one after the other fit
/// together.
final class CourseStore {
    static final String ORDERS = """
            select id, offer, region, first_from, held_at from launch.orders
            where id > :after and id <= :last and placed_at < :until order by id limit :limit
            """;

    /// Those of a run that was not published do not count.
    static final String PROMISES = """
            select p.order_id, p.promised_from, coalesce(q.at, p.at) as at, p.reason
            from launch.promise p left join launch.publication q on q.launch = p.launch and q.run = p.plan_run
            where p.order_id = any (:orders) and (p.plan_run is null or q.run is not null)
              and coalesce(q.at, p.at) < :until
            order by p.order_id, p.number
            """;

    static final String STATES = """
            select s.order_id, s.state, s.at, s.cause, s.actor = o.member as own
            from launch.state_change s join launch.orders o on o.id = s.order_id
            where s.order_id = any (:orders) and s.at < :until
              and (s.state in ('DELIVERED', 'CANCELLED') or s.cause like 'changed\\_from\\_%')
            order by s.order_id, s.number
            """;

    private final JdbcClient jdbc;

    CourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param after the last order of the page before; null: from the start
    List<Course> page(int launch, ZoneId zone, Instant until, @Nullable OrderId after, int limit) {
        Map<UUID, Walk> walks = new LinkedHashMap<>();
        jdbc.sql(ORDERS)
                .param("after", (after == null ? OrderId.first(launch) : after).value())
                .param("last", OrderId.last(launch).value())
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query((ResultSet row) -> begin(walks, row, zone));
        if (walks.isEmpty()) {
            return List.of();
        }
        UUID[] orders = walks.keySet().toArray(UUID[]::new);
        each(
                PROMISES,
                orders,
                until,
                row -> walk(walks, row).promised(day(row, "promised_from"), instant(row), row.getString("reason")));
        each(
                STATES,
                orders,
                until,
                row -> walk(walks, row)
                        .stepped(row.getString("state"), row.getString("cause"), row.getBoolean("own"), instant(row)));
        return walks.values().stream().map(Walk::course).toList();
    }

    private interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private void each(String sql, UUID[] orders, Instant until, Each each) {
        jdbc.sql(sql)
                .param("orders", orders)
                .param("until", Timestamp.from(until))
                .query((ResultSet row) -> each.row(row));
    }

    private static void begin(Map<UUID, Walk> walks, ResultSet row, ZoneId zone) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        walks.put(
                id,
                new Walk(
                        new OrderId(id),
                        row.getString("offer"),
                        row.getString("region"),
                        day(row, "first_from"),
                        zone));
    }

    private static Walk walk(Map<UUID, Walk> walks, ResultSet row) throws SQLException {
        return Objects.requireNonNull(walks.get(row.getObject("order_id", UUID.class)));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
