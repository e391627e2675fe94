package dev.holdfast.launch.payment;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.RefundDeadlines.Held;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The deposits that live orders hold. An order is placed by its payment, so when it was placed is when it was paid.
final class HeldStore {

    private static final String OLDEST = """
            select id, paid_provider, paid_payment, placed_at from launch.orders
            where live and paid_provider = :provider and placed_at <= :paidBefore
            order by placed_at
            limit :max""";

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> oldest(String provider, Instant paidBefore, int max) {
        return jdbc.sql(OLDEST)
                .param("provider", provider)
                .param("paidBefore", paidBefore.atOffset(ZoneOffset.UTC))
                .param("max", max)
                .query((row, number) -> new Held(
                        new OrderId(row.getObject("id", UUID.class)),
                        row.getString("paid_provider"),
                        row.getString("paid_payment"),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
