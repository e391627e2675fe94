package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.SupplyLine;
import dev.holdfast.launch.intake.CatchUp.Named;
import dev.holdfast.launch.intake.StagingStore.Attempt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What a flip reads of the line it catches up with, and the one row that it comes down to.
final class FlipStore {
    /// `plan_run` in words that no index is searched by: an order has a handful of promises and a run has all of its
    /// moves, but until the statistics know the run, the way over its index looks the shorter one.
    static final String NAMED = """
            select o.id, o.region, o.state, case when last.given then last.promised_from else o.promised_from end,
              coalesce(staged.given, false), staged.promised_from
            from unnest(?::uuid[]) as asked (id)
            join launch.orders o on o.id = asked.id
            left join lateral (""" + PromiseStore.LAST + """
            ) last on true
            left join lateral (
              select p.promised_from, true as given from launch.promise p
              where p.order_id = o.id and p.plan_run is not distinct from ?
              order by p.number desc limit 1) staged on true
            """;

    static final String PUBLISH = """
            insert into launch.publication (launch, run, sequence, at, entries) values (?, ?, ?, ?, ?)
            """;

    private FlipStore() {}

    /// The line as its rows have it, with the supply of the run in place of the one in force.
    static LineState line(Connection connection, int launch, SupplyLine planned) throws SQLException {
        return LineStore.read(connection, launch, (number, checkpoint) -> planned);
    }

    static Map<OrderId, Named> named(Connection connection, Attempt attempt, Collection<OrderId> orders)
            throws SQLException {
        Map<OrderId, Named> named = new HashMap<>();
        if (orders.isEmpty()) {
            return named;
        }
        try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", orders, OrderId::value));
            statement.setInt(2, attempt.run());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OrderId order = new OrderId(rows.getObject(1, UUID.class));
                    named.put(
                            order,
                            new Named(
                                    order,
                                    rows.getString(2),
                                    OrderState.valueOf(rows.getString(3)),
                                    rows.getObject(4, LocalDate.class),
                                    rows.getBoolean(5),
                                    rows.getObject(6, LocalDate.class)));
                }
            }
        }
        return named;
    }

    /// From the commit of this row on the run's promises count.
    static void publish(Connection connection, Attempt attempt, LineState after, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISH)) {
            statement.setInt(1, attempt.launch());
            statement.setInt(2, attempt.run());
            statement.setLong(3, after.sequence());
            statement.setTimestamp(4, Timestamp.from(at));
            statement.setLong(5, after.entries());
            statement.executeUpdate();
        }
    }
}
