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
/// are dated in their own order, so no index on an instant is needed, which every order would have to pay for. Only an
/// order that a change moved to a later position ends before its neighbours: the cursor stops in front of the first
/// hold that has not ended, and what has ended beyond it is looked for as far as one sweep looks.
///
/// Each walk takes its piece of the line before it compares instants: the other way round, a sweep would read every
/// payment of the last week to find that none of them is due.
final class DueStore {
    /// How far one sweep looks: bounds the batch it runs in.
    static final int MAX_LOOK = 5_000;

    static final String ENDED_UP_TO = """
            select coalesce(min(ahead.position) filter (where ahead.pay_before > ?) - 1, max(ahead.position), 0),
              coalesce(max(ahead.position) filter (where ahead.pay_before <= ? and ahead.state = 'HELD'), 0),
              count(*) filter (where ahead.pay_before <= ?)
            from (select o.position, o.pay_before, o.state from launch.orders o
                  where o.launch = ? and o.position > ? order by o.position limit ?) ahead
            """;

    static final String ENDED = "select " + OrderStore.COLUMNS + """
            from launch.orders o
            where o.launch = ? and o.position > ? and o.position <= ? and o.state = 'HELD' and o.pay_before <= ?
            order by o.position
            """;

    static final String RIPE = """
            select ahead.number, ahead.order_id, ahead.outcome
            from (select e.number, e.order_id, e.outcome, e.at from launch.payment_event e
                  where e.launch = ? and e.number > ? order by e.number limit ?) ahead
            where ahead.at <= ?
            order by ahead.number
            """;

    /// @param upTo every hold up to this position has ended
    /// @param lastHeld the last position of an order still held though its time is up, 0: none
    /// @param count orders looked at whose hold has ended
    private record Ended(long upTo, long lastHeld, int count) {}

    private DueStore() {}

    static void readDue(Connection connection, LineState state, Instant now, Facts facts) throws SQLException {
        Ended ended = endedUpTo(connection, state, now);
        long sweptPosition = Math.max(state.sweptPosition(), ended.upTo());
        List<Entry> holds =
                ended.lastHeld() == 0 ? List.of() : known(held(connection, state, ended.lastHeld(), now), facts);
        long sweptPayment = state.sweptPayment();
        List<OrderId> ripe = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RIPE)) {
            statement.setInt(1, state.launch());
            statement.setLong(2, state.sweptPayment());
            statement.setInt(3, MAX_LOOK);
            statement.setTimestamp(
                    4, Timestamp.from(now.minus(state.definition().lockAfter())));
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
            boolean more = ended.count() == MAX_LOOK || seen == MAX_LOOK;
            List<Entry> paid = ripe.stream().map(facts.orders::get).toList();
            facts.due = new Facts.Due(holds, sweptPosition, paid, sweptPayment, more);
        }
    }

    private static Ended endedUpTo(Connection connection, LineState state, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED_UP_TO)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setInt(4, state.launch());
            statement.setLong(5, state.sweptPosition());
            statement.setInt(6, MAX_LOOK);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Ended(row.getLong(1), row.getLong(2), row.getInt(3));
            }
        }
    }

    private static List<Entry> held(Connection connection, LineState state, long upTo, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
            statement.setInt(1, state.launch());
            statement.setLong(2, state.sweptPosition());
            statement.setLong(3, upTo);
            statement.setTimestamp(4, Timestamp.from(now));
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
