package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Order;
import java.util.List;

/// A member's own orders, the latest first.
record MyOrdersPage(Frame frame, List<Row> rows) {
    MyOrdersPage {
        rows = List.copyOf(rows);
    }

    record Row(Order order, LaunchDefinition launch) {}

    String launchName(Row row) {
        return frame.words().name(row.launch().name());
    }

    String offerName(Row row) {
        return OfferNames.of(row.launch(), row.order().offer(), frame.words());
    }
}
