package dev.holdfast.launch.intake;

import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.payment.PaymentEvent;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// Money that names no line at all: it goes on the unmatched list by itself, without a batch.
public final class Strays {
    private static final String SEEN = """
            select exists (select from launch.payment_event e where e.provider = ? and (e.webhook = ? or (e.payment = ?
                             and e.kind = ?)))
                or exists (select from launch.unmatched u where u.provider = ? and (u.webhook = ? or (u.payment = ?
                             and u.kind = ?)))
            """;

    /// No launch has this number.
    private static final int NO_LAUNCH = 0;

    private final JdbcTemplate jdbc;

    public Strays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Joins the running transaction.
    public Receipt keep(String provider, PaymentEvent event, Instant at) {
        String kind = event.kind().name();
        Boolean seen = jdbc.queryForObject(
                SEEN,
                Boolean.class,
                provider,
                event.webhookId(),
                event.payment(),
                kind,
                provider,
                event.webhookId(),
                event.payment(),
                kind);
        if (Boolean.TRUE.equals(seen)) {
            return Receipt.REPEATED;
        }
        jdbc.execute((Connection connection) -> {
            MoneyStore.unmatched(connection, at, List.of(new Writes.Unmatched(provider, event, "no such order")));
            if (event.kind() == PaymentEvent.Kind.SUCCEEDED && event.amount() > 0) {
                MoneyStore.transfers(
                        connection,
                        NO_LAUNCH,
                        at,
                        List.of(new Writes.Transfer(
                                event.order(),
                                Account.RECEIVED,
                                Account.UNMATCHED,
                                event.amount(),
                                event.currency(),
                                "unmatched")));
            }
            return Boolean.TRUE;
        });
        return Receipt.UNMATCHED;
    }
}
