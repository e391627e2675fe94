package dev.holdfast.web.page;

import dev.holdfast.delivery.network.StaffAct;
import dev.holdfast.delivery.unit.UnitHistory;
import dev.holdfast.delivery.unit.UnitState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of an order says of its unit: which it is and how far it came; and what staff did about the
/// order.
///
/// @param unit null: it has none yet
record UnitPart(
        @Nullable UnitHistory unit, List<StaffAct> acts, RecallPart recall, Places places, ZoneId zone, Words words) {
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

    /// What somebody did so many times in a row.
    ///
    /// @param act the last of them
    record Done(StaffAct act, int times) {
        boolean isAgain(StaffAct next) {
            return next.act().equals(act.act())
                    && next.actor().equals(act.actor())
                    && next.place().equals(act.place());
        }
    }

    /// The points of a hand-over are many and have a page of their own, so here they stand together.
    List<Done> done() {
        var done = new ArrayList<Done>();
        for (var act : acts) {
            if (!done.isEmpty() && done.getLast().isAgain(act)) {
                done.set(done.size() - 1, new Done(act, done.getLast().times() + 1));
            } else {
                done.add(new Done(act, 1));
            }
        }
        return done;
    }

    String name(Done done) {
        var name = words.sayOrQuote("unit.act.", done.act().act());
        return done.times() == 1 ? name : words.say("unit.act.times", name, words.number(done.times()));
    }

    String place(Done done) {
        return places.name(done.act().place(), words);
    }

    String at(Done done) {
        return words.instant(done.act().at(), zone);
    }
}
