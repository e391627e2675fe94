package dev.holdfast.web.page;

import org.jspecify.annotations.Nullable;

/// Where an event is set up or changed.
///
/// @param known whether there is one of that address already
record StaffEventFormPage(
        Frame frame, Typed typed, boolean known, @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    String title() {
        return words().say(known ? "desk.events.edit" : "desk.events.new");
    }
}
