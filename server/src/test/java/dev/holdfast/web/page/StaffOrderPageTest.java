package dev.holdfast.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Consent;
import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderHistory;
import dev.holdfast.launch.OrderState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an operator is offered on the page of an order.
class StaffOrderPageTest {
    private static final LaunchView LAUNCH = SampleWorld.launch(LaunchView.State.OPEN, SampleWorld.car());

    @Test
    void onlyWhatMayBeCancelledIsOfferedAndABuiltOrderOnlyWhereItsPromiseWasBroken() {
        assertThat(offered(null))
                .containsOnlyKeys(OrderState.HELD, OrderState.PLACED, OrderState.LOCKED, OrderState.SCHEDULED);
        Map<OrderState, String> asked = offered(SampleWorld.asked().consent());
        assertThat(asked).containsKeys(OrderState.BUILT, OrderState.READY).doesNotContainKey(OrderState.DELIVERED);
        assertThat(asked.get(OrderState.READY)).contains("goes back");
    }

    /// What cancelling is said to mean, by state.
    private static Map<OrderState, String> offered(@Nullable Consent consent) {
        return Stream.of(OrderState.values())
                .map(state -> page(state, consent))
                .filter(StaffOrderPage::cancellable)
                .collect(Collectors.toMap(page -> page.order().state(), StaffOrderPage::cancelling));
    }

    private static StaffOrderPage page(OrderState state, @Nullable Consent consent) {
        var order = SampleWorld.order(state, "pro-green", 12_345, 2_345, null);
        var history = new OrderHistory(order, List.of(), List.of(), null, consent, List.of());
        var file = new OrderFile(history, List.of(), List.of(), List.of());
        var frame = new SamplePages(Words.ENGLISH).frame(SampleWorld.MEMBER);
        return new StaffOrderPage(frame, LAUNCH, file, List.of(), false, false, false, null);
    }
}
