package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.OrderId;
import dev.holdfast.member.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Refunds as an operator sees them: those that need somebody, and how each stands.
///
/// `infinity` as the next attempt means that only an operator can help, as in [RefundStore].
public final class RefundDesk {
    public static final int MAX_PAGE = 200;

    private static final String COLUMNS = """
            select id, order_id, provider, payment, amount, currency, cause, requested_at, attempts,
              nullif(next_attempt_at, 'infinity') as next_attempt_at, sent_at, refunded_at, last_fault
            from launch.refund
            """;

    /// By the index of what is due, from its end: what nobody tries any more stands first.
    static final String OPEN = COLUMNS + """
             where refunded_at is null order by launch.refund.next_attempt_at desc limit :limit
            """;

    static final String OF_ORDER = COLUMNS + " where order_id = :order order by requested_at limit :limit";

    /// The provider makes the same refund asked twice one refund, so that a retry can do no harm.
    private static final String RETRY = """
            update launch.refund set next_attempt_at = :now, attempts = 0
            where id = :id and refunded_at is null
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Members members;
    private final InstantSource clock;

    RefundDesk(JdbcClient jdbc, TransactionTemplate transactions, Members members, InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.members = members;
        this.clock = clock;
    }

    /// Refunds that are not confirmed yet, those that nobody tries any more first.
    public List<RefundStanding> open(int limit) {
        return jdbc.sql(OPEN)
                .param("limit", Math.clamp(limit, 1, MAX_PAGE))
                .query((row, number) -> standing(row))
                .list();
    }

    public List<RefundStanding> of(OrderId order) {
        return jdbc.sql(OF_ORDER)
                .param("order", order.value())
                .param("limit", MAX_PAGE)
                .query((row, number) -> standing(row))
                .list();
    }

    /// Has the refund asked for again within the second, as if for the first time.
    ///
    /// @throws Problem UNKNOWN when there is none that is not confirmed yet
    public void retry(UUID refund, String operator) {
        transactions.executeWithoutResult(status -> {
            int found = jdbc.sql(RETRY)
                    .param("id", refund)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            if (found == 0) {
                throw new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_refund",
                        "There is no refund " + refund + " that is still to be made. Maybe it was just confirmed.");
            }
            members.audit(operator, "retry_refund", refund.toString(), "");
        });
    }

    private static RefundStanding standing(ResultSet row) throws SQLException {
        return new RefundStanding(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("provider"),
                row.getString("payment"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("cause"),
                row.getTimestamp("requested_at").toInstant(),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                instant(row, "sent_at"),
                instant(row, "refunded_at"),
                row.getString("last_fault"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
