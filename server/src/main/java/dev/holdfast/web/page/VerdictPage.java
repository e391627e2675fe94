package dev.holdfast.web.page;

import dev.holdfast.community.spec.AskedChange;
import dev.holdfast.launch.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner is asked about an order, and what they said.
record VerdictPage(
        Frame frame,
        OrderId order,
        List<AskedChange> asked,
        @Nullable Notice notice) {
    VerdictPage {
        asked = List.copyOf(asked);
    }

    Words words() {
        return frame.words();
    }
}
