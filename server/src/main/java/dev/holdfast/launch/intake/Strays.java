package dev.holdfast.launch.intake;

import dev.holdfast.launch.Receipt;
import dev.holdfast.launch.ledger.Account;
import dev.holdfast.launch.ledger.Ledger;
import dev.holdfast.launch.ledger.Transfer;
import dev.holdfast.launch.payment.PaymentEvent;
import java.sql.Connection;
import java.sql.Timestamp;
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

    /// Two deliveries of one webhook may come at the very same moment, and no line's lock is held here.
    private static final String KEEP = """
            insert into launch.unmatched (provider, webhook, kind, order_text, payment, amount, currency, at, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'no such order')
            on conflict do nothing
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
        int kept = jdbc.update(
                KEEP,
                provider,
                event.webhookId(),
                kind,
                event.order(),
                event.payment(),
                event.amount(),
                event.currency(),
                Timestamp.from(at));
        if (kept == 0) {
            return Receipt.REPEATED;
        }
        if (event.kind() == PaymentEvent.Kind.SUCCEEDED && event.amount() > 0) {
            jdbc.execute((Connection connection) -> {
                Ledger.append(connection, NO_LAUNCH, at, List.of(received(event)));
                return Boolean.TRUE;
            });
        }
        return Receipt.UNMATCHED;
    }

    private static Transfer received(PaymentEvent event) {
        return new Transfer(
                event.order(), Account.RECEIVED, Account.UNMATCHED, event.amount(), event.currency(), "unmatched");
    }
}
