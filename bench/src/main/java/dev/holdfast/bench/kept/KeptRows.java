package dev.holdfast.bench.kept;

import dev.holdfast.bench.load.Showroom;
import dev.holdfast.launch.intake.LongLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/// A launch whose promised weeks are over, as it would look two weeks later. What became of an order depends on the
/// last
/// digit of its position, so that the figures are known before anybody counts.
///
/// Of ten, three were promised another week after the first; six come in the week first promised, one a week early, one
/// a
/// week late; one leaves before; one still waits, overdue.
final class KeptRows implements LongLine.Wishes {
    private static final int WEEKS = 12;
    /// A late one must have come before this week, also in the region that is a week further away.
    private static final int WEEKS_OVER = 4;

    private static final String MOVED = """
            insert into launch.promise (order_id, promised_from, at, reason)
            select id, first_from + 7, held_at + interval '20 days', 'planned' from launch.orders
            where position % 10 < 3
            """;

    private static final String LEFT = """
            insert into launch.state_change (order_id, state, at, cause, actor)
            select id, 'CANCELLED', held_at + interval '9 days', 'cancelled', member from launch.orders
            where position % 10 = 8
            """;

    private static final String CAME = """
            insert into delivery.unit (launch, serial, configuration, region, state, at, built_at)
            select launch, 'unit-' || position, offer, region, 'DELIVERED', (first_from + 2
              + case position % 10 when 6 then -7 when 7 then 7 else 0 end)::timestamp at time zone 'UTC', held_at
            from launch.orders where position % 10 < 8 order by position
            """;

    /// Half of those that waited come in the week that is the last to be counted.
    private static final String CAME_LATE = """
            insert into delivery.unit (launch, serial, configuration, region, state, at, built_at)
            select launch, 'unit-' || position, offer, region, 'DELIVERED',
              date_trunc('week', now()) - interval '3 days', held_at
            from launch.orders where position % 20 = 9 order by position
            """;

    private static final String HELD = """
            insert into delivery.holding (unit, order_id, launch, told, due)
            select u.number, o.id, o.launch, 'DELIVERED', false
            from delivery.unit u join launch.orders o on 'unit-' || o.position = u.serial
            on conflict do nothing
            """;

    private static final String TIDIED =
            "vacuum (analyze) delivery.unit, delivery.holding, launch.promise, launch.state_change";

    private final int orders;
    private final Showroom showroom;
    private final LocalDate monday =
            LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

    /// @param orders a multiple of twenty
    KeptRows(int orders, Showroom showroom) {
        this.orders = orders;
        this.showroom = showroom;
    }

    @Override
    public int orders() {
        return orders;
    }

    @Override
    public String offer(int order) {
        return showroom.offers().get(order % showroom.offers().size()).id();
    }

    @Override
    public LocalDate promised(int order) {
        int week = (int) ((long) order * WEEKS / orders);
        return monday.minusWeeks(WEEKS + WEEKS_OVER).plusWeeks(week);
    }

    @Override
    public Instant at() {
        return monday.minusWeeks(WEEKS + WEEKS_OVER + 10L)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    void load(Connection connection, String slug) throws SQLException {
        LongLine.fill(connection, slug, this);
        execute(connection, List.of(MOVED, LEFT, CAME, HELD, TIDIED));
    }

    void more(Connection connection) throws SQLException {
        execute(connection, List.of(CAME_LATE, HELD, TIDIED));
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Of the whole launch, against the first promise and against the last.
    Map<String, Map<String, Integer>> planted() {
        int tenth = orders / 10;
        return Map.of(
                "first",
                Map.of(
                        "orders",
                        orders,
                        "due",
                        9 * tenth,
                        "kept",
                        7 * tenth,
                        "delivered",
                        8 * tenth,
                        "inside",
                        6 * tenth),
                "current",
                Map.of(
                        "orders",
                        orders,
                        "due",
                        9 * tenth,
                        "kept",
                        7 * tenth,
                        "delivered",
                        8 * tenth,
                        "inside",
                        3 * tenth));
    }
}
