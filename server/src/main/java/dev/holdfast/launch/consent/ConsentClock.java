package dev.holdfast.launch.consent;

import dev.holdfast.launch.OrderId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which questions the clock has made due in a line.
///
/// It walks once along the questions by their date, from a cursor. What it passes that was answered, withdrawn or asked
/// by a run that is not published needs no mark: the order's own last row says so. Only a run that is published after
/// the cursor went by its first date takes the cursor back.
public final class ConsentClock {
    /// How far one sweep looks: bounds the batch it runs in.
    static final int MAX_LOOK = 5_000;

    static final String DUE = """
            select c.order_id, c.answer_by, c.number
            from launch.consent c
            left join launch.consent_cursor s on s.launch = c.launch
            where c.launch = ? and c.state = 'ASKED' and c.answer_by <= ?
              and (c.answer_by, c.number) > (coalesce(s.answer_by, 'epoch'), coalesce(s.number, 0))
            order by c.answer_by, c.number limit ?
            """;

    static final String MOVE = """
            insert into launch.consent_cursor (launch, answer_by, number) values (?, ?, ?)
            on conflict (launch) do update set answer_by = excluded.answer_by, number = excluded.number
            """;

    static final String NOTE_RUN = """
            insert into launch.consent_run (launch, plan_run, answer_by) values (?, ?, ?)
            on conflict (launch, plan_run) do update
            set answer_by = least(launch.consent_run.answer_by, excluded.answer_by)
            """;

    static final String TAKE_BACK = """
            update launch.consent_cursor s set answer_by = r.answer_by, number = 0
            from launch.consent_run r
            where r.launch = ? and r.plan_run = ? and s.launch = r.launch and r.answer_by <= s.answer_by
            """;

    private ConsentClock() {}

    /// @param orders whose questions are due, each perhaps answered since
    /// @param cursor where the walk has come to; null when it found nothing
    /// @param more it did not come to the end
    public record Due(List<OrderId> orders, @Nullable Cursor cursor, boolean more) {
        public static final Due NOTHING = new Due(List.of(), null, false);
    }

    public record Cursor(Instant answerBy, long number) {}

    public static Due due(Connection connection, int launch, Instant now) throws SQLException {
        List<OrderId> orders = new ArrayList<>();
        Cursor cursor = null;
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setInt(1, launch);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, MAX_LOOK);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    orders.add(new OrderId(rows.getObject(1, UUID.class)));
                    cursor = new Cursor(rows.getTimestamp(2).toInstant(), rows.getLong(3));
                }
            }
        }
        return new Due(orders, cursor, orders.size() == MAX_LOOK);
    }

    public static void move(Connection connection, int launch, Cursor to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setInt(1, launch);
            statement.setTimestamp(2, Timestamp.from(to.answerBy()));
            statement.setLong(3, to.number());
            statement.executeUpdate();
        }
    }

    /// Keeps the first date of a run's questions while they are staged.
    static void note(Connection connection, int launch, int run, Instant first) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE_RUN)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            statement.setTimestamp(3, Timestamp.from(first));
            statement.executeUpdate();
        }
    }

    /// The run is published now, in the connection's transaction.
    static void published(Connection connection, int launch, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE_BACK)) {
            statement.setInt(1, launch);
            statement.setInt(2, run);
            statement.executeUpdate();
        }
    }
}
