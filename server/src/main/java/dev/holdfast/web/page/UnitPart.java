package dev.holdfast.web.page;

import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.delivery.unit.UnitState;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of an order says of its unit: which it is and how far it came; and what staff did about the
/// order.
///
/// @param unit null: it has none yet
record UnitPart(@Nullable UnitHistory unit, List<StaffAct> acts, RecallPart recall, ZoneId zone, Words words) {
    UnitPart {
        acts = List.copyOf(acts);
    }

    String title() {
        return unit == null
                ? words.say("unit.none")
                : words.say("unit.title", unit.unit().serial());
    }

    List<UnitHistory.Step> steps() {
        return unit == null ? List.of() : unit.steps();
    }

    /// Whether it waits for its owner, who may choose when to come.
    boolean here() {
        return unit != null
                && (unit.unit().state() == UnitState.ARRIVED || unit.unit().state() == UnitState.READY);
    }

    boolean handedOver() {
        return acts.stream().anyMatch(act -> act.act().startsWith("hand_over_"));
    }

    /// Whether its owner may report something about it.
    boolean owned() {
        return unit != null && unit.unit().state() == UnitState.DELIVERED;
    }

    boolean current(UnitHistory.Step step) {
        return step.equals(steps().getLast());
    }

    String stepName(UnitHistory.Step step) {
        return words.say("unit.state." + step.state());
    }

    String at(UnitHistory.Step step) {
        return words.instant(step.at(), zone);
    }

    String actName(StaffAct act) {
        return words.sayOrQuote("unit.act.", act.act());
    }

    String at(StaffAct act) {
        return words.instant(act.at(), zone);
    }
}
