package dev.holdfast.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.delivery.unit.DeliveryWorld;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Showroom;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A real server is killed in the middle of a bank statement, before and after the file is kept, and in the middle of
/// what a payment provider reports; either time also when nothing is missing but the last row. Whoever was not answered
/// sends the same again: each amount is booked once, and what was acknowledged is there.
class BalanceKilledTest {
    private static final int BY_BANK = 5;
    private static final int BY_PROVIDER = 5;
    private static final int ALL = BY_BANK + BY_PROVIDER;

    /// Nobody says this but whoever books something that was paid.
    private static final String BOOKS = "delivery.balance where number";

    private static final String LINES = "select count(*) from delivery.balance_line";
    private static final String SETTLED = "select count(*) from delivery.balance where state = 'SETTLED'";
    private static final String PAYMENTS = "select count(*) from delivery.balance_payment where state = 'TAKEN'";

    private final DeliveryWorld world = new DeliveryWorld();
    private final FarAway sender = new FarAway();
    private final ServerToKill server = new ServerToKill(world.world.database(), sender);
    private final List<OrderId> orders = new ArrayList<>();
    private final List<Owed> owed = new ArrayList<>();
    private final List<CompletableFuture<FarAway.Answer>> answers = new ArrayList<>();
    private final Executor apart = task -> Thread.ofVirtual().start(task);

    /// What one order still owes, and by which names it is paid.
    private record Owed(OrderId order, String reference, String payAs, long left) {}

    @AfterEach
    void close() throws IOException {
        server.close();
        sender.close();
        world.close();
    }

    @Test
    void whoeverDiesWhileMoneyIsBookedEachAmountIsBookedOnceAndNothingAcknowledgedIsLost() throws Exception {
        world.open("car", Showroom.SMALL, ALL);
        for (int fan = 0; fan < ALL; fan++) {
            orders.add(world.locked("car", "fan-" + fan, "north"));
        }
        server.killedWhile(
                "lock table delivery.balance_line in exclusive mode", "insert into delivery.balance_line", () -> {
                    open();
                    answers.add(send(this::tell));
                });
        assertThat(server.count(LINES)).as("a file is not kept by halves").isZero();

        Owed held = owed.get(2);
        server.killedWhile(locked(held), BOOKS, () -> server.await(LINES, BY_BANK));
        assertThat(server.count(LINES)).as("the file is kept").isEqualTo(BY_BANK);
        assertThat(payments(held)).as("not booked by halves").isZero();

        killedBeforeTheLastRow(held);

        Owed waits = owed.getLast();
        server.killedWhile(locked(waits), BOOKS, () -> {
            assertThat(answered().number("/booked")).isEqualTo(BY_BANK);
            owed.subList(BY_BANK, ALL).forEach(one -> answers.add(send(() -> pay(one))));
            server.await(SETTLED, ALL - 1L);
        });
        assertThat(server.count(SETTLED)).as("what was acknowledged").isEqualTo(ALL - 1L);
        assertThat(payments(waits)).as("not booked by halves").isZero();

        killedBeforeTheLastRow(waits);

        server.start();
        answers.forEach(answer -> answer.join().is(204));
        assertThat(server.count(SETTLED))
                .as("who was answered need not say it again")
                .isEqualTo(ALL);
        owed.subList(BY_BANK, ALL).forEach(one -> pay(one).is(204));
        assertThat(tell().is(200).number("/booked")).isEqualTo(BY_BANK);
        everythingIsBookedOnce();
    }

    /// What is told is still being told, or kept already: nothing has to be sent.
    private void killedBeforeTheLastRow(Owed one) throws SQLException, IOException {
        server.killedWhile("lock table delivery.tax_feed in exclusive mode", "insert into delivery.tax_feed", () -> {});
        assertThat(payments(one)).as("not booked but for its document").isZero();
    }

    /// From here on balances are paid here.
    private void open() {
        sender.insist(
                        "PUT",
                        "/api/v1/operator/launches/car/balance-terms",
                        "operator",
                        Map.of(
                                "seller",
                                Map.of("name", "Larch Motors"),
                                "bank",
                                Map.of("account", "DE02120300000000202051"),
                                "taxRate",
                                1_300))
                .is(200);
        for (OrderId order : orders) {
            FarAway.Answer balance = sender.insist("GET", "/api/v1/orders/" + order + "/balance", "operator", "")
                    .is(200);
            owed.add(new Owed(
                    order, balance.text("/reference"), balance.text("/payAs"), balance.number("/left/amount")));
        }
    }

    private interface Sending {
        FarAway.Answer now();
    }

    private CompletableFuture<FarAway.Answer> send(Sending sending) {
        return CompletableFuture.supplyAsync(sending::now, apart);
    }

    /// The statement's own answer, however often it had to be sent.
    private FarAway.Answer answered() {
        return answers.removeFirst().join().is(200);
    }

    private FarAway.Answer tell() {
        StringBuilder file = new StringBuilder("account,date,amount,currency,text\n");
        for (Owed one : owed.subList(0, BY_BANK)) {
            file.append("DE02,2026-11-20,%s,CNY,%s\n"
                    .formatted(BigDecimal.valueOf(one.left, 2).toPlainString(), one.reference));
        }
        return sender.insist("POST", "/api/v1/operator/statements", "operator", file.toString());
    }

    private FarAway.Answer pay(Owed one) {
        return sender.pay(one.payAs, one.left);
    }

    private static String locked(Owed one) {
        return "select 1 from delivery.balance where order_id = '" + one.order + "' for update";
    }

    private long payments(Owed one) throws SQLException {
        return server.count("select count(*) from delivery.balance_payment p join delivery.balance b"
                + " on b.number = p.balance where b.order_id = '" + one.order + "'");
    }

    private void everythingIsBookedOnce() throws SQLException {
        assertThat(server.count(SETTLED)).isEqualTo(ALL);
        assertThat(server.count(PAYMENTS)).isEqualTo(ALL);
        assertThat(server.count("select count(*) from delivery.balance_entry where cause = 'payment'"))
                .isEqualTo(ALL);
        assertThat(server.count("select count(distinct balance) from delivery.balance_entry where cause = 'payment'"))
                .isEqualTo(ALL);
        assertThat(server.count("select count(*) from delivery.balance_refund")).isZero();
        assertThat(server.count("select count(*) from delivery.tax_request where kind = 'ISSUE'"))
                .as("one document each")
                .isEqualTo(ALL);
        assertThat(server.count("select max(number) from delivery.tax_request"))
                .as("without a gap")
                .isEqualTo(ALL);
    }
}
