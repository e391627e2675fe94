package dev.holdfast.launch.payment;

import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of refunds that are due, from the side of whoever sends them.
///
/// A row is leased by moving its next attempt into the future, in a transaction that is over before the provider is
/// asked: no lock waits for another company's server, and what a crashed instance had leased comes due again by itself.
/// `infinity` as the next attempt means that only an operator can help.
final class RefundStore {

    /// The rows are chosen once, before any is touched: in a subquery they may be chosen anew for each row of the outer
    /// table, and then more of them than asked for.
    static final String LEASE = """
            with due as materialized (
              select id from launch.refund
              where refunded_at is null and next_attempt_at <= :now
              order by next_attempt_at
              limit :max
              for update skip locked)
            update launch.refund r set attempts = r.attempts + 1, next_attempt_at = :until
            from due
            where r.id = due.id
            returning r.id, r.order_id, r.provider, r.payment, r.amount, r.currency, r.cause, r.attempts""";

    private static final String SENT = """
            update launch.refund set sent_at = coalesce(sent_at, :now), next_attempt_at = :again, last_fault = null
            where id = :id and refunded_at is null""";

    private static final String RETRY = """
            update launch.refund set next_attempt_at = :again, last_fault = :fault
            where id = :id and refunded_at is null""";

    private static final String GIVE_UP = """
            update launch.refund set next_attempt_at = 'infinity', last_fault = :fault
            where id = :id and refunded_at is null""";

    /// A provider's error may quote a page of HTML.
    private static final int MAX_FAULT = 500;

    private final JdbcClient jdbc;
    private final String lease;

    RefundStore(JdbcClient jdbc) {
        this(jdbc, LEASE);
    }

    /// @param lease how rows are leased; a test leases them without a lock, to see what the lock is worth
    RefundStore(JdbcClient jdbc, String lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /// A refund that this instance alone may send until its lease is over.
    record Leased(RefundRequest request, String provider, int attempts) {}

    List<Leased> lease(int max, Instant now, Duration lease) {
        return jdbc.sql(this.lease)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .param("max", max)
                .query((row, number) -> leased(row))
                .list();
    }

    /// Asked of the provider; asked again should no report of it have come until then.
    void sent(UUID refund, Instant now, Instant again) {
        jdbc.sql(SENT)
                .param("id", refund)
                .param("now", utc(now))
                .param("again", utc(again))
                .update();
    }

    void retry(UUID refund, String fault, Instant again) {
        jdbc.sql(RETRY)
                .param("id", refund)
                .param("fault", shortened(fault))
                .param("again", utc(again))
                .update();
    }

    /// Never tried again by itself.
    void giveUp(UUID refund, String fault) {
        jdbc.sql(GIVE_UP).param("id", refund).param("fault", shortened(fault)).update();
    }

    private static Leased leased(ResultSet row) throws SQLException {
        RefundRequest request = new RefundRequest(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("payment"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("cause"));
        return new Leased(request, row.getString("provider"), row.getInt("attempts"));
    }

    private static String shortened(String fault) {
        return fault.length() <= MAX_FAULT ? fault : fault.substring(0, MAX_FAULT);
    }
}
