package dev.holdfast.delivery.handover;

import dev.holdfast.delivery.balance.Balances;
import dev.holdfast.delivery.handover.HandOverStore.Given;
import dev.holdfast.delivery.handover.HandOverStore.Row;
import dev.holdfast.delivery.unit.UnitState;
import dev.holdfast.delivery.unit.Units;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Order;
import dev.holdfast.supply.MasterRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Ends a hand-over once nothing is missing: the unit is delivered, the warranty starts. Its order follows.
final class Closing {
    private final HandOverStore store;
    private final PhotoStore photos;
    private final ChecklistStore checklists;
    private final Units units;
    private final Launch launch;
    private final Balances balances;

    Closing(
            HandOverStore store,
            PhotoStore photos,
            ChecklistStore checklists,
            Units units,
            Launch launch,
            Balances balances) {
        this.balances = balances;
        this.store = store;
        this.photos = photos;
        this.checklists = checklists;
        this.units = units;
        this.launch = launch;
    }

    Protocol protocol(Row row) {
        Protocol protocol = new Protocol(
                checklists.of(row.order().launch(), row.checklist()),
                store.said(row.number()),
                photos.all(row.number()),
                row.confirmedAt() != null);
        if (row.deliveredAt() == null && balances.blocks(row.order())) {
            protocol.missing.add("balance");
        }
        return protocol;
    }

    /// In the running transaction, which has the hand-over's row.
    ///
    /// @return whether it ended just now
    boolean close(Row row, String actor, Instant now) {
        if (row.deliveredAt() != null) {
            return false;
        }
        Protocol protocol = protocol(row);
        Instant doneAt = protocol.doneAt;
        Given given = store.given(row.order(), row.serial(), row.place()).orElse(null);
        if (!protocol.complete() || doneAt == null || given == null || !given.ours() || given.quarantined()) {
            return false;
        }
        UnitState state = UnitState.valueOf(given.state());
        List<UnitState> steps = steps(state);
        boolean there = state == UnitState.DELIVERED || !steps.isEmpty();
        if (!there || !balances.release(row.order(), now)) {
            return false;
        }
        deliver(row, given, steps, doneAt, actor);
        Order order = launch.order(row.order(), new Asker(actor, true)).order();
        store.delivered(
                row.number(),
                doneAt.atZone(launch.look(order.launch()).definition().timeZone())
                        .toLocalDate(),
                now);
        return true;
    }

    /// What was gone through point by point is ready, whether somebody said so before or not.
    private static List<UnitState> steps(UnitState state) {
        return switch (state) {
            case READY -> List.of(UnitState.DELIVERED);
            case ARRIVED -> List.of(UnitState.READY, UnitState.DELIVERED);
            case BUILT, INSPECTED, SHIPPED, DELIVERED, DAMAGED -> List.of();
        };
    }

    private void deliver(Row row, Given given, List<UnitState> steps, Instant doneAt, String actor) {
        Instant at = doneAt.isAfter(given.at()) ? doneAt : given.at();
        String slug = launch.order(row.order(), new Asker(actor, true)).order().launch();
        for (UnitState step : steps) {
            Map<String, String> told = Map.of(
                    "serial", row.serial(),
                    "configuration", Objects.requireNonNull(given.configuration()),
                    "state", step.word(),
                    "at", at.toString(),
                    "place", row.place(),
                    "cause", "handed_over");
            units.tell(slug, new MasterRows.Objects(List.of(told)), row.place(), actor);
        }
    }
}
