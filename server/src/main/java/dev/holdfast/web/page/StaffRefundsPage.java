package dev.holdfast.web.page;

import dev.holdfast.launch.payment.RefundStanding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refunds that are not confirmed yet, those that need an operator first.
///
/// @param size of a full page; there may be more than are shown then
/// @param retried one was just asked for again
record StaffRefundsPage(Frame frame, List<RefundStanding> refunds, int size, boolean retried) {
    StaffRefundsPage {
        refunds = List.copyOf(refunds);
    }

    boolean full() {
        return refunds.size() == size;
    }

    String when(@Nullable Instant at) {
        return at == null ? frame.words().say("desk.never") : frame.words().instant(at, ZoneOffset.UTC);
    }
}
