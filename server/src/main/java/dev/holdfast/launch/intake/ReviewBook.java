package dev.holdfast.launch.intake;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.copy.CopyRows;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Standing;
import dev.holdfast.launch.review.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The steps of reviews, as a batch reads and writes them under the line's lock.
final class ReviewBook {
    /// A few rows for each order that is under review; none for the others.
    static final String STANDINGS = """
            select r.order_id, r.act, r.at
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (
              select * from launch.review_step s where s.order_id = asked.id order by s.number limit 8) r
            """;

    static final String APPEND = "copy launch.review_step (order_id, launch, act, at, actor, points, said) from stdin";

    private ReviewBook() {}

    /// One row to be.
    record Row(OrderId order, Step step, String actor) {}

    /// @return where each of the orders stands; none for those that nobody was asked to look at
    static Map<OrderId, Standing> standings(Connection connection, Collection<OrderId> orders) throws SQLException {
        Map<OrderId, Standing> standings = new HashMap<>();
        if (orders.isEmpty()) {
            return standings;
        }
        try (PreparedStatement statement = connection.prepareStatement(STANDINGS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", orders.stream().map(OrderId::value).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Act act = Act.valueOf(rows.getString("act"));
                    Instant at = rows.getTimestamp("at").toInstant();
                    standings.merge(
                            new OrderId(rows.getObject("order_id", UUID.class)),
                            Standing.opened(at),
                            (before, first) -> before.then(act, at));
                }
            }
        }
        return standings;
    }

    /// Joins the connection's transaction.
    static void append(Connection connection, int launch, Instant at, List<Row> rows) throws SQLException {
        CopyRows copy = new CopyRows(APPEND);
        for (Row row : rows) {
            copy.add(row.order()).add(launch).add(row.step().act()).add(at).add(row.actor());
            copy.add(row.step().points()).add(row.step().said());
            copy.endRow();
        }
        copy.into(connection);
    }
}
