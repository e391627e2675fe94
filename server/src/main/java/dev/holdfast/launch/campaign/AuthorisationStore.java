package dev.holdfast.launch.campaign;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.Promised;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of authorisations, from the side of whoever asks their providers.
///
/// A row is leased by moving its next attempt into the future, in a transaction that is over before the provider is
/// asked: no lock waits for another company's server, and what a crashed instance had leased comes due again by itself.
/// Whatever is noted here is noted for the act that was leased: a batch may have decided otherwise meanwhile.
final class AuthorisationStore {
    /// The rows are chosen once, before any is touched, as in the leases of refunds.
    static final String LEASE = """
            with due as materialized (
              select payment, provider from launch.authorisation
              where act is not null and next_attempt_at <= :now
              order by next_attempt_at
              limit :max
              for update skip locked)
            update launch.authorisation a set attempts = a.attempts + 1, next_attempt_at = :until
            from due
            where a.payment = due.payment and a.provider = due.provider
            returning a.provider, a.payment, a.order_id, a.amount, a.currency, a.at, a.act, a.attempts,
              exists (select from launch.authorisation b
                where b.order_id = a.order_id and b.provider = a.provider and b.at < a.at) as renewed
            """;

    private static final String AGAIN = """
            update launch.authorisation set next_attempt_at = :again, last_fault = :fault,
              attempts = case when :counts then attempts else 0 end
            where payment = :payment and provider = :provider and act = :act
            """;

    private static final String GIVE_UP = """
            update launch.authorisation set act = null, over_at = :now, last_fault = :fault
            where payment = :payment and provider = :provider and act = :act
            """;

    private static final int MAX_FAULT = 500;

    private final JdbcClient jdbc;

    AuthorisationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param at when it was given
    /// @param renewed whether it took the place of another
    record Leased(Promised promised, String provider, Act act, int attempts, Instant at, boolean renewed) {}

    List<Leased> lease(int max, Instant now, Duration lease) {
        return jdbc.sql(LEASE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("max", max)
                .query((row, number) -> leased(row))
                .list();
    }

    /// Not due before; the attempts so far are forgotten.
    void postpone(Leased row, Instant until) {
        again(row, until, null, false);
    }

    void again(Leased row, Instant at, @Nullable String fault) {
        again(row, at, fault, true);
    }

    private void again(Leased row, Instant at, @Nullable String fault, boolean counts) {
        jdbc.sql(AGAIN)
                .param("again", at.atOffset(ZoneOffset.UTC))
                .param("fault", fault == null ? null : shortened(fault), java.sql.Types.VARCHAR)
                .param("counts", counts)
                .param("payment", row.promised().payment())
                .param("provider", row.provider())
                .param("act", row.act().name())
                .update();
    }

    void giveUp(Leased row, String fault, Instant now) {
        jdbc.sql(GIVE_UP)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("fault", shortened(fault))
                .param("payment", row.promised().payment())
                .param("provider", row.provider())
                .param("act", row.act().name())
                .update();
    }

    private static Leased leased(ResultSet row) throws SQLException {
        return new Leased(
                new Promised(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getString("payment"),
                        new Money(row.getLong("amount"), row.getString("currency"))),
                row.getString("provider"),
                Act.valueOf(row.getString("act")),
                row.getInt("attempts"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("renewed"));
    }

    private static String shortened(String fault) {
        return fault.length() <= MAX_FAULT ? fault : fault.substring(0, MAX_FAULT);
    }
}
