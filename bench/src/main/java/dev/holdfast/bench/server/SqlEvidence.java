package dev.holdfast.bench.server;

import dev.holdfast.bench.check.Money;
import dev.holdfast.bench.check.Trail;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// What a crash may have damaged beside the line itself, straight from the tables: the money of a launch, and every row
/// that is only ever appended.
public record SqlEvidence(EmbeddedDatabase database) {
    private static final String TRANSFERS = """
            select t.order_text, t.debit, t.credit, t.amount
            from launch.transfer t
            join launch.launch l on l.number = t.launch
            where l.slug = ?
            order by t.number
            """;

    private static final String PAYMENTS = """
            select e.payment, e.order_id::text as order_text, e.amount
            from launch.payment_event e
            join launch.launch l on l.number = e.launch
            where l.slug = ? and e.kind = 'SUCCEEDED'
            order by e.number
            """;

    private static final String TRAIL = """
            select 'order ' || o.id as key,
                   row(o.position, o.member, o.idempotency_key, o.request, o.price, o.held_at, o.pay_before,
                       o.first_offer, o.first_rank, o.first_from, o.first_deposit)::text as line
            from launch.orders o
            join launch.launch l on l.number = o.launch
            where l.slug = ?
            union all
            select 'transfer ' || t.number, t::text
            from launch.transfer t
            join launch.launch l on l.number = t.launch
            where l.slug = ?
            union all
            select 'payment ' || e.number, e::text
            from launch.payment_event e
            join launch.launch l on l.number = e.launch
            where l.slug = ?
            union all
            select 'journal ' || j.sequence, j::text
            from launch.journal j
            join launch.launch l on l.number = j.launch
            where l.slug = ?
            union all
            select 'promise ' || p.number, p::text
            from launch.promise p
            join launch.orders o on o.id = p.order_id
            join launch.launch l on l.number = o.launch
            where l.slug = ?
            union all
            select 'state ' || s.number, s::text
            from launch.state_change s
            join launch.orders o on o.id = s.order_id
            join launch.launch l on l.number = o.launch
            where l.slug = ?
            """;

    public Money money(String launch) throws IOException, SQLException {
        var transfers = new ArrayList<Money.Transfer>();
        var payments = new ArrayList<Money.Payment>();
        try (Connection connection = database.connect()) {
            each(
                    connection,
                    TRANSFERS,
                    launch,
                    row -> transfers.add(new Money.Transfer(
                            row.getString("order_text"),
                            row.getString("debit"),
                            row.getString("credit"),
                            row.getLong("amount"))));
            each(
                    connection,
                    PAYMENTS,
                    launch,
                    row -> payments.add(new Money.Payment(
                            row.getString("payment"), row.getString("order_text"), row.getLong("amount"))));
        }
        return new Money(transfers, payments);
    }

    public Trail trail(String launch) throws IOException, SQLException {
        Map<String, String> rows = new HashMap<>();
        try (Connection connection = database.connect()) {
            each(connection, TRAIL, launch, row -> rows.put(row.getString("key"), row.getString("line")));
        }
        return new Trail(rows);
    }

    /// Takes one row.
    @FunctionalInterface
    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    /// Every parameter of the statement is the launch.
    private static void each(Connection connection, String sql, String launch, Taking taking) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int at = 1; at <= statement.getParameterMetaData().getParameterCount(); at++) {
                statement.setString(at, launch);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taking.take(row);
                }
            }
        }
    }
}
