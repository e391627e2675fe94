package dev.holdfast.web.page;

import org.jspecify.annotations.Nullable;

/// Late answers everywhere, or at one place.
///
/// @param place null: everywhere
record StaffOverduePage(Frame frame, @Nullable String place, OverduePart part) {
    Words words() {
        return frame.words();
    }
}
