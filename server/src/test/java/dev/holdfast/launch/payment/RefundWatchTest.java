package dev.holdfast.launch.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RefundWatchTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration YEAR = PatientProvider.YEAR;

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final RefundWatch watch = new RefundWatch(
            new HeldStore(jdbc),
            new PaymentProviders(
                    List.of(new PatientProvider("wechat", true), new PatientProvider("stripe", false)), false),
            START);

    @Test
    void namesTheDepositsThatEndSoonAnHourAfterTheStartAndThenDaily() {
        launch();
        order(1, "wechat", START.minus(YEAR).plus(Duration.ofDays(20)), true);
        order(2, "wechat", START.minus(YEAR).plus(Duration.ofDays(10)), true);
        order(3, "wechat", START.minus(YEAR).plus(Duration.ofDays(31)), true);
        order(4, "wechat", START.minus(YEAR), false);
        order(5, "stripe", START.minus(YEAR), true);
        watch.lookWhenDue(START);
        assertThat(payments()).as("not while the first fans come").isEmpty();
        watch.lookWhenDue(START.plus(Duration.ofHours(1)));
        assertThat(payments()).containsExactly("payment-2", "payment-1");
        watch.lookWhenDue(START.plus(Duration.ofHours(24)));
        assertThat(payments()).as("once a day").hasSize(2);
        watch.lookWhenDue(START.plus(Duration.ofHours(25)));
        assertThat(payments()).containsExactly("payment-2", "payment-1", "payment-3");
    }

    private List<String> payments() {
        return watch.warnings().stream()
                .map(warning -> warning.deposit().payment())
                .toList();
    }

    private void launch() {
        jdbc.sql("insert into launch.launch (number, slug, definition) values (1, 'car', '{}')")
                .update();
    }

    private void order(int position, String provider, Instant paidAt, boolean live) {
        jdbc.sql("""
                        insert into launch.orders (id, launch, position, entered, member,
                          idempotency_key, request, offer, live, state, rank, price, deposit,
                          held_at, pay_before, placed_at, paid_provider, paid_payment,
                          first_offer, first_rank, first_deposit)
                        values (?, 1, ?, ?, 'fan', ?, ?, 'pro', ?, ?, 1, 1, 1, now(), now(), ?, ?, ?, 'pro', 1, 1)""")
                .params(
                        new UUID(1, position),
                        position,
                        position,
                        "key-" + position,
                        new UUID(2, position),
                        live,
                        live ? "PLACED" : "CANCELLED",
                        paidAt.atOffset(ZoneOffset.UTC),
                        provider,
                        "payment-" + position)
                .update();
    }
}
