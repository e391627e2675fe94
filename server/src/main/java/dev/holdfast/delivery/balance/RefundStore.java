package dev.holdfast.delivery.balance;

import static dev.holdfast.kernel.SqlTime.instant;
import static dev.holdfast.kernel.SqlTime.utc;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of money that goes back.
///
/// A row is leased by moving its next attempt into the future, in a transaction that is over before the
/// provider is asked: what a crashed instance had leased comes due again by itself.
final class RefundStore {
    private static final String ADD = """
            insert into delivery.balance_refund
              (id, balance, payment, amount, by_hand, cause, requested_at, next_attempt_at)
            values (:id, :balance, :payment, :amount, :byHand, :cause, :now, :now)
            """;

    private static final String SELECT = """
            select r.*, b.order_id, b.pay_id, p.way, p.told_by, p.reference as paid_with, p.currency
            from delivery.balance_refund r join delivery.balance b on b.number = r.balance
            join delivery.balance_payment p on p.number = r.payment
            """;

    private static final String OF = SELECT + " where r.balance = :balance order by r.number";

    private static final String BY_PAYMENT = """
            select payment, sum(amount) as amount from delivery.balance_refund where balance = :balance group by payment
            """;

    private static final String OWED =
            SELECT + " where r.done_at is null and r.number > :after order by r.number limit :limit";

    private static final String ONE = SELECT + " where r.number = :number for update of r";

    /// The rows are chosen once, before any is touched, as in the refunds of deposits.
    private static final String LEASE = """
            with due as materialized (
              select number from delivery.balance_refund
              where done_at is null and not by_hand and next_attempt_at <= :now
              order by next_attempt_at limit :max for update skip locked)
            update delivery.balance_refund r set attempts = r.attempts + 1, next_attempt_at = :until
            from due where r.number = due.number returning r.number
            """;

    private static final String AGAIN = """
            update delivery.balance_refund set next_attempt_at = :again, last_fault = nullif(:fault, '')
            where number = :number and done_at is null
            """;

    private static final String BY_HAND = """
            update delivery.balance_refund set by_hand = true, last_fault = :fault
            where number = :number and done_at is null
            """;

    private static final String DONE = """
            update delivery.balance_refund set done_at = :now, reference = nullif(:reference, '')
            where number = :number and done_at is null
            """;

    private static final String OF_PAYMENT =
            SELECT + " where p.told_by = :provider and p.reference = :paidWith and not r.by_hand for update of r";

    /// A provider's error may quote a page of HTML.
    private static final int MAX_FAULT = 500;

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A refund as whoever sends it needs it.
    ///
    /// @param pay what the provider calls the order
    record Row(UUID id, long balance, OrderId pay, String provider, int attempts, Refund refund) {}

    void add(UUID id, long balance, Payment payment, long amount, boolean byHand, String cause, Instant now) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("balance", balance)
                .param("payment", payment.number())
                .param("amount", amount)
                .param("byHand", byHand)
                .param("cause", cause)
                .param("now", utc(now))
                .update();
    }

    List<Refund> of(long balance) {
        return jdbc.sql(OF)
                .param("balance", balance)
                .query((row, number) -> row(row).refund())
                .list();
    }

    /// How much of each payment goes back, or went.
    Map<Long, Long> byPayment(long balance) {
        return jdbc
                .sql(BY_PAYMENT)
                .param("balance", balance)
                .query((row, number) -> Map.entry(row.getLong("payment"), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Refund> owed(long after, int limit) {
        return jdbc.sql(OWED)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row(row).refund())
                .list();
    }

    /// Locks the row.
    Optional<Row> lock(long number) {
        return jdbc.sql(ONE)
                .param("number", number)
                .query((row, index) -> row(row))
                .optional();
    }

    /// Locks the refund of a whole payment.
    Optional<Row> lock(String provider, String paidWith) {
        return jdbc.sql(OF_PAYMENT)
                .param("provider", provider)
                .param("paidWith", paidWith)
                .query((row, index) -> row(row))
                .optional();
    }

    List<Long> lease(int max, Instant now, Duration lease) {
        return jdbc.sql(LEASE)
                .param("max", max)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /// @param fault empty: the provider has taken it on
    void again(long number, Instant again, String fault) {
        jdbc.sql(AGAIN)
                .param("number", number)
                .param("again", utc(again))
                .param("fault", fault.substring(0, Math.min(fault.length(), MAX_FAULT)))
                .update();
    }

    /// Only an operator can help.
    void byHand(long number, String fault) {
        jdbc.sql(BY_HAND)
                .param("number", number)
                .param("fault", fault.substring(0, Math.min(fault.length(), MAX_FAULT)))
                .update();
    }

    /// @return false: it was done before
    boolean done(long number, String reference, Instant now) {
        return jdbc.sql(DONE)
                        .param("number", number)
                        .param("reference", reference)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    private static Row row(ResultSet row) throws SQLException {
        Refund refund = new Refund(
                row.getLong("number"),
                new OrderId(row.getObject("order_id", UUID.class)),
                Payment.Way.valueOf(row.getString("way")),
                row.getString("paid_with"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getBoolean("by_hand"),
                row.getString("cause"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("last_fault"),
                instant(row.getObject("done_at", OffsetDateTime.class)),
                row.getString("reference"));
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("balance"),
                new OrderId(row.getObject("pay_id", UUID.class)),
                row.getString("told_by"),
                row.getInt("attempts"),
                refund);
    }
}
