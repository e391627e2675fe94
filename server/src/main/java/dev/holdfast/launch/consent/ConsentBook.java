package dev.holdfast.launch.consent;

import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.copy.CopyRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of consent: where orders stand, and what is added to it.
public final class ConsentBook {
    /// A row that came with a plan run counts once that run is published.
    public static final String COUNTS = """
            (f.plan_run is null
              or exists (select from launch.publication p where p.launch = f.launch and p.run = f.plan_run))
            """;

    /// The limit makes it one look-up for each order, however many are asked about.
    static final String STANDINGS = """
            select c.order_id, c.state, c.slips, c.agreed, c.promised_from, c.silence_keeps, c.payback, c.reason,
              c.asked_at, c.answer_by
            from unnest(?::uuid[]) as asked (id)
            cross join lateral (
              select * from launch.consent f where f.order_id = asked.id and
            """ + COUNTS + " order by f.number desc limit 1) c";

    static final String APPEND = """
            copy launch.consent (order_id, launch, plan_run, state, at, actor, slips, agreed, promised_from,
              silence_keeps, payback, reason, asked_at, answer_by) from stdin
            """;

    private ConsentBook() {}

    /// One row to be.
    public record Row(OrderId order, Standing standing, String actor) {}

    /// @return where each of the orders stands; none for those that were never asked anything
    public static Map<OrderId, Standing> standings(Connection connection, Collection<OrderId> orders)
            throws SQLException {
        Map<OrderId, Standing> standings = new HashMap<>();
        if (orders.isEmpty()) {
            return standings;
        }
        try (PreparedStatement statement = connection.prepareStatement(STANDINGS)) {
            statement.setArray(1, ids(connection, orders));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    standings.put(new OrderId(rows.getObject("order_id", UUID.class)), standing(rows));
                }
            }
        }
        return standings;
    }

    /// Joins the connection's transaction.
    ///
    /// @param run the plan run they came with, null for what counts at once
    public static void append(Connection connection, int launch, @Nullable Integer run, Instant at, List<Row> rows)
            throws SQLException {
        CopyRows copy = new CopyRows(APPEND);
        for (Row row : rows) {
            Standing standing = row.standing();
            Question question = standing.question();
            copy.add(row.order())
                    .add(launch)
                    .add(run)
                    .add(standing.state())
                    .add(at)
                    .add(row.actor());
            copy.add(standing.slips());
            if (question == null) {
                copy.add(null).add(null).add(null).add(null).add(null).add(null).add(null);
            } else {
                copy.add(question.agreed()).add(question.window()).add(question.silenceKeeps());
                copy.add(question.payback())
                        .add(question.reason())
                        .add(question.askedAt())
                        .add(question.answerBy());
            }
            copy.endRow();
        }
        copy.into(connection);
    }

    /// Of a row with the columns of consent.
    static Standing standing(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        LocalDate agreed = row.getObject("agreed", LocalDate.class);
        if (agreed == null) {
            return new Standing(state, row.getInt("slips"), null);
        }
        Question question = new Question(
                agreed,
                row.getObject("promised_from", LocalDate.class),
                row.getInt("slips"),
                row.getBoolean("silence_keeps"),
                row.getInt("payback"),
                row.getString("reason"),
                instant(row, "asked_at"),
                instant(row, "answer_by"));
        return new Standing(state, row.getInt("slips"), question);
    }

    static java.sql.Array ids(Connection connection, Collection<OrderId> orders) throws SQLException {
        return connection.createArrayOf(
                "uuid", orders.stream().map(OrderId::value).toArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp.toInstant();
    }
}
