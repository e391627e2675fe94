package dev.holdfast.launch.consent;

import dev.holdfast.launch.BrokenPromise;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Settlement;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of what is owed for broken promises, and what the rules need to know of the orders.
public final class CompensationBook {
    /// The rule of a binding deposit's second half; no launch may name one of its own so.
    public static final String DEPOSIT_DOUBLED = "deposit_doubled";

    static final String APPEND = """
            copy launch.compensation (order_id, launch, plan_run, rule, weeks, amount, currency, set_off, at) from stdin
            """;

    static final String GRANTED = """
            select c.order_id, c.rule, c.amount, c.set_off, c.way
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (
              select f.order_id, f.rule, f.set_off, s.way, sum(f.amount) as amount from launch.compensation f
              left join launch.settlement s on s.order_id = f.order_id and s.compensation = f.number
              where f.order_id = asked.id and
            """ + ConsentBook.COUNTS + " group by f.order_id, f.rule, f.set_off, s.way) c";

    /// A member who changes the order chooses another window: nothing before it counts as promised.
    static final String ORDERS = """
            select o.id, o.price, case when chosen.order_id is null then o.first_from else chosen.promised_from end,
              (select min(s.at) from launch.state_change s where s.order_id = o.id and s.state = 'LOCKED')
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (select * from launch.orders found where found.id = asked.id limit 1) o
            left join lateral (
              select p.order_id, p.promised_from from launch.promise p
              where p.order_id = o.id and p.reason in ('changed', 'paid_after_expiry')
              order by p.number desc limit 1) chosen on true
            """;

    private CompensationBook() {}

    /// One row to be.
    ///
    /// @param weeks how late the promise was; with the rule it says what the row is for
    public record Row(OrderId order, String rule, long weeks, long amount, String currency, boolean setOff) {}

    /// What one order was granted by one rule, and settled in one way.
    ///
    /// @param settled null: not yet
    public record Granted(String rule, long amount, boolean setOff, Settlement.@Nullable Way settled) {}

    /// Joins the connection's transaction.
    ///
    /// @param run the plan run they came with, null for what counts at once
    public static void append(Connection connection, int launch, @Nullable Integer run, Instant at, List<Row> rows)
            throws SQLException {
        CopyRows copy = new CopyRows(APPEND);
        for (Row row : rows) {
            copy.add(row.order()).add(launch).add(run).add(row.rule()).add(row.weeks());
            copy.add(row.amount()).add(row.currency()).add(row.setOff()).add(at);
            copy.endRow();
        }
        copy.into(connection);
    }

    public static Map<OrderId, List<Granted>> granted(Connection connection, Collection<OrderId> orders)
            throws SQLException {
        Map<OrderId, List<Granted>> granted = new HashMap<>();
        if (orders.isEmpty()) {
            return granted;
        }
        try (PreparedStatement statement = connection.prepareStatement(GRANTED)) {
            statement.setArray(1, ConsentBook.ids(connection, orders));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String way = rows.getString(5);
                    granted.computeIfAbsent(new OrderId(rows.getObject(1, UUID.class)), id -> new ArrayList<>())
                            .add(new Granted(
                                    rows.getString(2),
                                    rows.getLong(3),
                                    rows.getBoolean(4),
                                    way == null ? null : Settlement.Way.valueOf(way)));
                }
            }
        }
        return granted;
    }

    /// What the rules look at, as far as the orders themselves say it.
    ///
    /// @param from the new windows
    static Map<OrderId, BrokenPromise> broken(Connection connection, Map<OrderId, LocalDate> from) throws SQLException {
        Map<OrderId, List<Granted>> granted = granted(connection, from.keySet());
        Map<OrderId, BrokenPromise> broken = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ORDERS)) {
            statement.setArray(1, ConsentBook.ids(connection, from.keySet()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OrderId order = new OrderId(rows.getObject(1, UUID.class));
                    Timestamp locked = rows.getTimestamp(4);
                    Map<String, Long> byRule = new HashMap<>();
                    granted.getOrDefault(order, List.of())
                            .forEach(one -> byRule.merge(one.rule(), one.amount(), Long::sum));
                    broken.put(
                            order,
                            new BrokenPromise(
                                    rows.getObject(3, LocalDate.class),
                                    from.get(order),
                                    rows.getLong(2),
                                    locked == null ? null : locked.toInstant(),
                                    byRule));
                }
            }
        }
        return broken;
    }
}
