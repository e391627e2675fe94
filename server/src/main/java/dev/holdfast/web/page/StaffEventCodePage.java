package dev.holdfast.web.page;

import dev.holdfast.community.event.EventView;
import dev.holdfast.community.event.Events;
import java.time.Duration;
import java.time.Instant;

/// The screen at the door. It asks for the next code by itself.
record StaffEventCodePage(Frame frame, EventView event, Events.Code code, Instant now) {
    Words words() {
        return frame.words();
    }

    String name() {
        return words().name(event.definition().name());
    }

    /// Seconds until the next code is there.
    long again() {
        return Math.max(1, Duration.between(now, code.until()).toSeconds() + 1);
    }
}
