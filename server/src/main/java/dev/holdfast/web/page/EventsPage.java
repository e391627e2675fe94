package dev.holdfast.web.page;

import dev.holdfast.community.event.EventView;
import java.util.List;

/// Trials and events, the latest first.
record EventsPage(Frame frame, List<EventView> events) {
    EventsPage {
        events = List.copyOf(events);
    }

    String name(EventView event) {
        return frame.words().name(event.definition().name());
    }

    /// What comes next, and when.
    String when(EventView event) {
        return when(frame.words(), event);
    }

    static String when(Words words, EventView view) {
        var event = view.definition();
        var next = switch (view.state()) {
            case ANNOUNCED -> event.opensAt();
            case OPEN -> event.closesAt();
            case CLOSED -> event.figureAt();
            case DRAWN -> event.startsAt();
            case OVER -> event.endsAt();
        };
        return words.say("event.when." + view.state(), words.instant(next, event.timeZone()));
    }
}
