package dev.holdfast.delivery.balance;

import static dev.holdfast.delivery.balance.BalanceWorld.LEFT;
import static dev.holdfast.delivery.balance.BalanceWorld.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// The same told by several at once: with the guard off, which has to go wrong, and with it on. The constraints that
/// would catch it all the same are taken away, so that the guards stand alone.
class BalanceRaceTest {
    private static final int ROUNDS = 20;
    private static final int AT_ONCE = 6;

    @Test
    void a_payment_told_by_several_messages_at_once_is_booked_once() throws Exception {
        try (BalanceWorld world = world(BalanceStore.GUARD, StatementStore.GUARD)) {
            for (int round = 0; round < 5; round++) {
                assertThat(payAtOnce(world, round)).isEqualTo(1);
            }
            world.holds();
        }
    }

    @Test
    void without_the_balances_lock_it_is_booked_again() throws Exception {
        try (BalanceWorld world = world("", StatementStore.GUARD)) {
            boolean again = false;
            for (int round = 0; round < ROUNDS && !again; round++) {
                again = payAtOnce(world, round) > 1;
            }
            assertThat(again).as("without the lock nothing went wrong either").isTrue();
        }
    }

    @Test
    void a_line_that_several_operators_assign_at_once_is_one_orders() throws Exception {
        try (BalanceWorld world = world(BalanceStore.GUARD, StatementStore.GUARD)) {
            for (int round = 0; round < 5; round++) {
                assertThat(assignAtOnce(world, round)).isEqualTo(1);
            }
            world.holds();
        }
    }

    @Test
    void without_the_condition_the_money_of_one_line_is_several_orders() throws Exception {
        try (BalanceWorld world = world(BalanceStore.GUARD, "")) {
            boolean several = false;
            for (int round = 0; round < ROUNDS && !several; round++) {
                several = assignAtOnce(world, round) > 1;
            }
            assertThat(several)
                    .as("without the condition nothing went wrong either")
                    .isTrue();
        }
    }

    private static BalanceWorld world(String balanceGuard, String lineGuard) {
        BalanceWorld world = new BalanceWorld(balanceGuard, lineGuard).started();
        world.jdbc
                .sql("alter table delivery.balance_payment drop constraint balance_payment_once")
                .update();
        return world;
    }

    private static int payAtOnce(BalanceWorld world, int round) throws Exception {
        OrderId order = world.locked("fan-" + round);
        world.look(order);
        List<Callable<Boolean>> reports = new ArrayList<>();
        for (int report = 0; report < AT_ONCE; report++) {
            String webhook = "webhook-" + round + "-" + report;
            reports.add(() -> world.report(order, PaymentEvent.Kind.SUCCEEDED, webhook, "payment-" + order, LEFT));
        }
        Fans.atOnce(reports);
        return world.look(order).payments().size();
    }

    private static int assignAtOnce(BalanceWorld world, int round) throws Exception {
        world.tell(line("no reference " + round, "5.00"));
        long number = world.toLookAt().getFirst().number();
        List<Callable<Boolean>> operators = new ArrayList<>();
        for (int operator = 0; operator < AT_ONCE; operator++) {
            OrderId order = world.locked("fan-" + round + "-" + operator);
            world.look(order);
            operators.add(() -> assign(world, number, order));
        }
        return (int) Fans.atOnce(operators).stream().filter(done -> done).count();
    }

    private static boolean assign(BalanceWorld world, long number, OrderId order) {
        try {
            world.statements.assign(number, order.toString(), "operator");
            return true;
        } catch (Problem decided) {
            assertThat(decided.code()).isEqualTo("bank_line_decided");
            return false;
        }
    }
}
