package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the clock has made due in a line.
///
/// Both walks go once along the line, from a cursor that the line's row keeps: holds end in position order and payments
/// are dated in their own order, so no index on an instant is needed, which every order would have to pay for.
final class DueStore {
    /// How far one sweep looks: bounds the batch it runs in.
    static final int MAX_LOOK = 5_000;

    static final String ENDED_UP_TO = """
            select coalesce(max(ahead.position), 0), count(*)
            from (select o.position, o.pay_before from launch.orders o
                  where o.launch = ? and o.position > ? order by o.position limit ?) ahead
            where ahead.pay_before <= ?
            """;

    static final String ENDED = "select " + OrderStore.COLUMNS + """
            from launch.orders o
            where o.launch = ? and o.position > ? and o.position <= ? and o.state = 'HELD'
            order by o.position
            """;

    static final String RIPE = """
            select e.number, e.order_id, e.outcome from launch.payment_event e
            where e.launch = ? and e.number > ? and e.at <= ?
            order by e.number limit ?
            """;

    private DueStore() {}

    static void readDue(Connection connection, LineState state, Instant now, Facts facts) throws SQLException {
        long[] ended = endedUpTo(connection, state, now);
        long sweptPosition = Math.max(state.sweptPosition(), ended[0]);
        List<Entry> holds = ended[0] == 0 ? List.of() : known(held(connection, state, sweptPosition), facts);
        long sweptPayment = state.sweptPayment();
        List<OrderId> ripe = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RIPE)) {
            statement.setInt(1, state.launch());
            statement.setLong(2, state.sweptPayment());
            statement.setTimestamp(
                    3, Timestamp.from(now.minus(state.definition().lockAfter())));
            statement.setInt(4, MAX_LOOK);
            int seen = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seen++;
                    sweptPayment = rows.getLong(1);
                    if (rows.getString(3).equals(Receipt.PLACED.name())) {
                        ripe.add(new OrderId(rows.getObject(2, UUID.class)));
                    }
                }
            }
            OrderStore.readOrders(connection, state, ripe, facts);
            boolean more = ended[1] == MAX_LOOK || seen == MAX_LOOK;
            List<Entry> paid = ripe.stream().map(facts.orders::get).toList();
            facts.due = new Facts.Due(holds, sweptPosition, paid, sweptPayment, more);
        }
    }

    private static long[] endedUpTo(Connection connection, LineState state, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED_UP_TO)) {
            statement.setInt(1, state.launch());
            statement.setLong(2, state.sweptPosition());
            statement.setInt(3, MAX_LOOK);
            statement.setTimestamp(4, Timestamp.from(now));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new long[] {row.getLong(1), row.getLong(2)};
            }
        }
    }

    private static List<Entry> held(Connection connection, LineState state, long upTo) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
            statement.setInt(1, state.launch());
            statement.setLong(2, state.sweptPosition());
            statement.setLong(3, upTo);
            return OrderStore.entries(statement, state);
        }
    }

    /// Orders that other asks of the batch name too must be the same entries.
    private static List<Entry> known(List<Entry> entries, Facts facts) {
        List<Entry> known = new ArrayList<>();
        for (Entry entry : entries) {
            known.add(facts.orders.computeIfAbsent(entry.id(), id -> entry));
        }
        return known;
    }
}
