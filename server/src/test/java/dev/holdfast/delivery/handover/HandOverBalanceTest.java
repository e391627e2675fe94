package dev.holdfast.delivery.handover;

import static dev.holdfast.delivery.handover.HandOverWorld.bench;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.holdfast.delivery.balance.Balance;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is handed over that is not paid, where the launch says so.
class HandOverBalanceTest {
    @Test
    void a_hand_over_begins_once_all_is_paid_and_ends_only_if_it_still_is() {
        try (HandOverWorld world = new HandOverWorld()) {
            OrderId order = world.ready("ann");
            world.office.start(HandOverWorld.LAUNCH);
            List<Said> all = world.everything();
            Problem unpaid =
                    catchThrowableOfType(Problem.class, () -> world.desk.tell(bench(order, "ann"), all.subList(0, 1)));
            assertThat(unpaid.code()).isEqualTo("balance_not_settled");
            Balance balance = world.office.balances().look(order, new Asker("ann", false));
            world.office.settle(balance);
            world.desk.tell(bench(order, "ann"), all.subList(0, 1));
            world.office.withdraw(balance);
            assertThat(world.desk.tell(bench(order, "ann"), all).delivered())
                    .as("what was said is kept, and nothing is delivered")
                    .isFalse();
            assertThat(world.desk.look(bench(order, "ann")).missing()).containsExactly("balance");
            assertThat(world.office.handedOver(order)).isFalse();
        }
    }

    @Test
    void a_paid_one_is_delivered_and_its_payment_cannot_be_taken_back() {
        try (HandOverWorld world = new HandOverWorld()) {
            OrderId order = world.ready("ann");
            world.office.start(HandOverWorld.LAUNCH);
            Balance balance = world.office.balances().look(order, new Asker("ann", false));
            world.office.settle(balance);
            assertThat(world.desk.tell(bench(order, "ann"), world.everything()).delivered())
                    .isTrue();
            assertThat(world.office.handedOver(order)).isTrue();
            Problem late = catchThrowableOfType(Problem.class, () -> world.office.withdraw(balance));
            assertThat(late.code()).isEqualTo("confirmation_binding");
        }
    }
}
