package dev.holdfast.web.page;

import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Unmatched;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Payments that fit no order, in the order in which they came.
///
/// @param size of a full page
record StaffUnmatchedPage(Frame frame, List<Unmatched> payments, int size) {
    StaffUnmatchedPage {
        payments = List.copyOf(payments);
    }

    String when(Unmatched payment) {
        return frame.words().instant(payment.at(), ZoneOffset.UTC);
    }

    /// The order a provider named, where it can be one of ours.
    Optional<OrderId> order(Unmatched payment) {
        return OrderId.parse(payment.order());
    }

    @Nullable
    Long next() {
        return payments.size() < size ? null : Long.valueOf(payments.getLast().number());
    }
}
