package dev.holdfast.web.page;

import dev.holdfast.launch.OrderId;
import dev.holdfast.service.recall.RemedyChoice;
import dev.holdfast.service.recall.RemedyChoice.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When an owner brings what is called back, and what is done about it.
record RemedyPage(
        Frame frame,
        OrderId order,
        RemedyChoice choice,
        Places places,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    SlotTimes times() {
        return new SlotTimes(places, words());
    }

    static String address(OrderId order, int recall) {
        return "/orders/" + order + "/recalls/" + recall;
    }

    String address() {
        return address(order, choice.own().recall().number());
    }

    String title() {
        return words().say(
                        "recalled.title",
                        words().name(choice.own().recall().told().title()));
    }

    String remedy() {
        return words().name(choice.own().recall().told().remedy());
    }

    /// How it stands, in a sentence.
    String standing() {
        if (choice.state() != State.CHOOSE || !choice.open().isEmpty()) {
            return words().say("remedy.state." + choice.state());
        }
        var on = choice.partsOn();
        return on == null ? words().say("remedy.nowhere") : words().say("remedy.parts.on", words().day(on));
    }

    boolean booked() {
        return choice.state() == State.BOOKED;
    }

    boolean choosing() {
        return List.of(State.CHOOSE, State.BOOKED).contains(choice.state())
                && !choice.open().isEmpty();
    }
}
