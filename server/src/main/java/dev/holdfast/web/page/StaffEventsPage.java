package dev.holdfast.web.page;

import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.PlaceState;
import java.util.List;

/// All events for those who run them, the latest first.
record StaffEventsPage(Frame frame, List<EventView> events) {
    StaffEventsPage {
        events = List.copyOf(events);
    }

    Words words() {
        return frame.words();
    }

    String name(EventView event) {
        return words().name(event.definition().name());
    }

    String when(EventView event) {
        return EventsPage.when(words(), event);
    }

    /// How many places somebody has.
    String held(EventView event) {
        return words().number(event.standing().entrySet().stream()
                .filter(one -> one.getKey().holds())
                .mapToInt(one -> one.getValue())
                .sum());
    }

    String reserves(EventView event) {
        return words().number(event.standing().getOrDefault(PlaceState.RESERVE, 0));
    }
}
