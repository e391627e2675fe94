package dev.holdfast.launch.intake;

import dev.holdfast.launch.copy.CopyRows;
import dev.holdfast.launch.ledger.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The rows of money: what providers reported, what goes back, and the ledger.
final class MoneyStore {
    /// The limits keep the planner from reading all events ever taken into a hash.
    static final String SEEN_WEBHOOKS = """
            select asked.provider, asked.webhook
            from unnest(?::text[], ?::text[]) as asked (provider, webhook)
            cross join lateral (
              (select from launch.payment_event e
               where e.provider = asked.provider and e.webhook = asked.webhook limit 1)
              union all
              (select from launch.unmatched u
               where u.provider = asked.provider and u.webhook = asked.webhook limit 1)) seen
            """;

    static final String SEEN_PAYMENTS = """
            select asked.provider, asked.payment, asked.kind
            from unnest(?::text[], ?::text[], ?::text[]) as asked (provider, payment, kind)
            cross join lateral (
              (select from launch.payment_event e
               where e.provider = asked.provider and e.payment = asked.payment and e.kind = asked.kind limit 1)
              union all
              (select from launch.unmatched u
               where u.provider = asked.provider and u.payment = asked.payment and u.kind = asked.kind limit 1)) seen
            """;

    static final String OWED = """
            select asked.provider, asked.payment, r.id, r.amount, r.currency
            from unnest(?::text[], ?::text[]) as asked (provider, payment)
            cross join lateral (
              select * from launch.refund f
              where f.provider = asked.provider and f.payment = asked.payment and f.refunded_at is null limit 1) r
            """;

    static final String INSERT_PAYMENTS = """
            copy launch.payment_event (launch, number, provider, webhook, kind, order_id, payment, amount, currency, at,
              outcome) from stdin
            """;

    static final String INSERT_UNMATCHED = """
            copy launch.unmatched (provider, webhook, kind, order_text, payment, amount, currency, at, reason)
            from stdin
            """;

    static final String INSERT_REFUNDS = """
            copy launch.refund (id, launch, order_id, provider, payment, amount, currency, cause, requested_at,
              next_attempt_at) from stdin
            """;

    static final String REFUNDED = "update launch.refund set refunded_at = ? where id = any (?::uuid[])";

    static final String REFUND_FAILED = """
            update launch.refund
            set last_fault = 'the provider reports that this refund failed', next_attempt_at = 'infinity'
            where id = any (?::uuid[])
            """;

    private MoneyStore() {}

    static void readSeen(Connection connection, Collection<Ask.Pay> pays, Facts facts) throws SQLException {
        if (pays.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SEEN_WEBHOOKS)) {
            statement.setArray(1, OrderStore.array(connection, "text", pays, Ask.Pay::provider));
            statement.setArray(
                    2,
                    OrderStore.array(
                            connection, "text", pays, pay -> pay.event().webhookId()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.webhooks.add(new Facts.Message(rows.getString(1), rows.getString(2), ""));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SEEN_PAYMENTS)) {
            statement.setArray(1, OrderStore.array(connection, "text", pays, Ask.Pay::provider));
            statement.setArray(
                    2,
                    OrderStore.array(
                            connection, "text", pays, pay -> pay.event().payment()));
            statement.setArray(
                    3,
                    OrderStore.array(
                            connection, "text", pays, pay -> pay.event().kind().name()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.payments.add(new Facts.Message(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
        }
    }

    static void readOwed(Connection connection, Collection<Ask.Pay> refunds, Facts facts) throws SQLException {
        if (refunds.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OWED)) {
            statement.setArray(1, OrderStore.array(connection, "text", refunds, Ask.Pay::provider));
            statement.setArray(
                    2,
                    OrderStore.array(
                            connection, "text", refunds, pay -> pay.event().payment()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    facts.refunds.put(
                            new Facts.Message(rows.getString(1), rows.getString(2), "REFUNDED"),
                            new Facts.Owed(rows.getObject(3, UUID.class), rows.getLong(4), rows.getString(5)));
                }
            }
        }
    }

    static void write(Connection connection, int launch, Instant at, Writes writes) throws SQLException {
        payments(connection, launch, at, writes.payments);
        unmatched(connection, at, writes.unmatched);
        refunds(connection, launch, at, writes.refunds);
        refunded(connection, at, writes.refunded);
        refundsFailed(connection, writes.refundsFailed);
        Ledger.append(connection, launch, at, writes.transfers);
    }

    private static void payments(Connection connection, int launch, Instant at, List<Writes.PaymentRow> payments)
            throws SQLException {
        CopyRows rows = new CopyRows(INSERT_PAYMENTS);
        for (Writes.PaymentRow row : payments) {
            rows.add(launch)
                    .add(row.number())
                    .add(row.provider())
                    .add(row.event().webhookId());
            rows.add(row.event().kind()).add(row.order()).add(row.event().payment());
            rows.add(row.event().amount()).add(row.event().currency()).add(at).add(row.receipt());
            rows.endRow();
        }
        rows.into(connection);
    }

    static void unmatched(Connection connection, Instant at, List<Writes.Unmatched> unmatched) throws SQLException {
        CopyRows rows = new CopyRows(INSERT_UNMATCHED);
        for (Writes.Unmatched row : unmatched) {
            rows.add(row.provider())
                    .add(row.event().webhookId())
                    .add(row.event().kind());
            rows.add(row.event().order()).add(row.event().payment());
            rows.add(row.event().amount()).add(row.event().currency()).add(at).add(row.reason());
            rows.endRow();
        }
        rows.into(connection);
    }

    private static void refunds(Connection connection, int launch, Instant at, List<Writes.RefundDue> refunds)
            throws SQLException {
        CopyRows rows = new CopyRows(INSERT_REFUNDS);
        for (Writes.RefundDue row : refunds) {
            rows.add(row.id()).add(launch).add(row.order()).add(row.provider()).add(row.payment());
            rows.add(row.amount()).add(row.currency()).add(row.cause()).add(at).add(at);
            rows.endRow();
        }
        rows.into(connection);
    }

    private static void refunded(Connection connection, Instant at, List<UUID> refunds) throws SQLException {
        if (refunds.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REFUNDED)) {
            statement.setTimestamp(1, java.sql.Timestamp.from(at));
            statement.setArray(2, OrderStore.array(connection, "uuid", refunds, id -> id));
            statement.executeUpdate();
        }
    }

    private static void refundsFailed(Connection connection, List<UUID> refunds) throws SQLException {
        if (refunds.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REFUND_FAILED)) {
            statement.setArray(1, OrderStore.array(connection, "uuid", refunds, id -> id));
            statement.executeUpdate();
        }
    }
}
