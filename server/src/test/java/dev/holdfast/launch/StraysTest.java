package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Money that finds no order, told many times at the very same moment.
class StraysTest {
    private static final int ROUNDS = 10;

    @Test
    void moneyForNobodyIsKeptOnceHoweverOftenItIsToldAtOnce() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = world.server();
            for (int i = 1; i <= ROUNDS; i++) {
                var event = new PaymentEvent(
                        "webhook-" + i, PaymentEvent.Kind.SUCCEEDED, "no order of ours", "payment-" + i, 7, "CNY");
                Callable<Receipt> report = () -> server.launch().receive("sandbox", event);
                List<Receipt> receipts = Fans.atOnce(Collections.nCopies(32, report));
                assertThat(receipts).containsOnly(Receipt.UNMATCHED, Receipt.REPEATED);
                assertThat(receipts).containsOnlyOnce(Receipt.UNMATCHED);
                assertThat(transferred(world)).isEqualTo(7L * i);
            }
        }
    }

    @Test
    void aWrongAmountToldToTwoLinesAtOnceIsKeptOnce() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var server = world.server();
            List<OrderId> orders = new ArrayList<>();
            for (String slug : List.of("car", "van")) {
                world.open(server, slug, Showroom.SMALL, 10);
                orders.add(Fans.done(server.launch().place(Fans.wish(slug, "fan-1", "key", "offer-1")))
                        .id());
            }
            List<Callable<Receipt>> reports = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                OrderId order = orders.get(i % 2);
                reports.add(() -> server.launch().receive("sandbox", Fans.deposit(order, "payment-1", 7)));
            }
            List<Receipt> receipts = Fans.atOnce(reports);
            assertThat(receipts).containsOnly(Receipt.UNMATCHED, Receipt.REPEATED);
            assertThat(receipts).containsOnlyOnce(Receipt.UNMATCHED);
            assertThat(transferred(world)).isEqualTo(7);
        }
    }

    private static long transferred(LaunchWorld world) {
        return world.jdbc
                .sql("select sum(amount) from launch.transfer where debit = 'RECEIVED' and credit = 'UNMATCHED'")
                .query(Long.class)
                .single();
    }
}
