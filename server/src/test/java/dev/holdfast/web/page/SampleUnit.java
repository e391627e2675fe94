package dev.holdfast.web.page;

import static dev.holdfast.web.page.SampleWorld.NOW;

import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.unit.Unit;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.delivery.unit.UnitHistory.Step;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.launch.LaunchView.State;
import dev.holdfast.launch.OrderHistory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The page of an order whose unit is ready, and of one that a store took.
final class SampleUnit {
    private static final List<UnitState> WAY =
            List.of(UnitState.BUILT, UnitState.INSPECTED, UnitState.SHIPPED, UnitState.ARRIVED, UnitState.READY);

    private SampleUnit() {}

    static String order(Frame frame, OrderHistory history, boolean hasUnit, Words words) {
        var launch = SampleWorld.launch(State.OPEN, SampleWorld.car());
        var order = history.order().id();
        var steps = IntStream.range(0, WAY.size())
                .mapToObj(day ->
                        new Step(WAY.get(day), NOW.minus(Duration.ofDays(9L - day)), null, "told_by_plant", "plant"))
                .toList();
        var unit =
                new Unit(1, 1, "1M8GDM9AXKP042788", "pro-green", "north", UnitState.READY, NOW, order, "north", false);
        var took = new StaffAct(1, NOW, "clerk-7", "larchmere-01", "take_order", order, "pro-green");
        var part = new UnitPart(
                hasUnit ? new UnitHistory(unit, steps, List.of(), List.of()) : null,
                List.of(took),
                RecallPart.NOTHING,
                new Places(Map.of("larchmere-01", Map.of("en", "Larchmere", "zh", "落叶松店")), Map.of()),
                launch.definition().timeZone(),
                words);
        return new SampleOrder(frame, history, launch).unit(part).render();
    }
}
