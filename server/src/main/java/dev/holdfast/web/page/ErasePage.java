package dev.holdfast.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an erasure takes, what it leaves and why, before it is pressed.
///
/// @param inTheWay orders that have to end first
record ErasePage(
        Frame frame,
        List<MyOrdersPage.Row> inTheWay,
        @Nullable Notice notice) {
    ErasePage {
        inTheWay = List.copyOf(inTheWay);
    }

    String name(MyOrdersPage.Row row) {
        return frame.words().name(row.launch().name());
    }
}
