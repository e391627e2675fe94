package dev.holdfast.launch.intake;

import dev.holdfast.kernel.Money;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderFile.Moved;
import dev.holdfast.launch.OrderFile.PaymentReport;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Unmatched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gathers the money of one order.
final class Filing {
    /// A provider that fails a thousand times to take a deposit says the same each time.
    private static final int MAX_EACH = 200;

    static final String PAYMENTS = """
            select provider, webhook, kind, payment, amount, currency, at, outcome from launch.payment_event
            where order_id = :order order by number limit :limit
            """;

    static final String UNMATCHED = """
            select number, provider, webhook, kind, order_text, payment, amount, currency, at, reason
            from launch.unmatched where order_text = :order order by number limit :limit
            """;

    static final String TRANSFERS = """
            select debit, credit, amount, currency, at, cause from launch.transfer
            where order_text = :order order by number limit :limit
            """;

    private final JdbcClient jdbc;

    Filing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    OrderFile file(OrderHistory history) {
        OrderId order = history.order().id();
        return new OrderFile(history, payments(order), unmatched(order), transfers(order));
    }

    private List<PaymentReport> payments(OrderId order) {
        return jdbc.sql(PAYMENTS)
                .param("order", order.value())
                .param("limit", MAX_EACH)
                .query((row, number) -> new PaymentReport(
                        row.getString("provider"),
                        row.getString("webhook"),
                        row.getString("kind"),
                        row.getString("payment"),
                        money(row),
                        row.getTimestamp("at").toInstant(),
                        row.getString("outcome")))
                .list();
    }

    private List<Unmatched> unmatched(OrderId order) {
        return jdbc.sql(UNMATCHED)
                .param("order", order.toString())
                .param("limit", MAX_EACH)
                .query((row, number) -> Book.unmatched(row))
                .list();
    }

    private List<Moved> transfers(OrderId order) {
        return jdbc.sql(TRANSFERS)
                .param("order", order.toString())
                .param("limit", MAX_EACH)
                .query((row, number) -> new Moved(
                        row.getString("debit").toLowerCase(Locale.ROOT),
                        row.getString("credit").toLowerCase(Locale.ROOT),
                        money(row),
                        row.getTimestamp("at").toInstant(),
                        row.getString("cause")))
                .list();
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), row.getString("currency"));
    }
}
