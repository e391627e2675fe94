package dev.holdfast.web.page;

import dev.holdfast.delivery.handover.HandOver;
import dev.holdfast.delivery.handover.Point;
import org.jspecify.annotations.Nullable;

/// A hand-over on the tablet.
record StoreHandOverPage(
        Frame frame,
        Places places,
        HandOver record,
        @Nullable Notice notice) {
    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(record.place(), words());
    }

    String address() {
        return "/store/" + record.place() + "/handovers/" + record.order();
    }

    String good(Point point) {
        return HandOverPage.good(record.answers().get(point.id()));
    }

    String text(Point point) {
        var answer = record.answers().get(point.id());
        return answer == null ? "" : answer.text();
    }
}
