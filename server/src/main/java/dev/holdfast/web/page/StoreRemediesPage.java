package dev.holdfast.web.page;

import dev.holdfast.service.recall.RemedyDesk;
import dev.holdfast.service.work.WorkLine;
import dev.holdfast.service.work.WorkOrder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What comes to a place because it is called back, and what is to be done about it.
record StoreRemediesPage(
        Frame frame,
        String at,
        Places places,
        List<RemedyDesk.Due> due,
        @Nullable Notice notice) {
    StoreRemediesPage {
        due = List.copyOf(due);
    }

    Words words() {
        return frame.words();
    }

    String place() {
        return places.name(at, words());
    }

    static String address(String place) {
        return "/store/" + place + "/recalls";
    }

    String address(WorkOrder work) {
        return address(at) + "/" + work.number();
    }

    String when(RemedyDesk.Due due) {
        var slot = due.slot();
        var times = new SlotTimes(places, words());
        return slot == null ? words().say("remedies.missed") : words().day(times.day(slot)) + ", " + times.time(slot);
    }

    String parts(WorkOrder work) {
        return work.lines().stream()
                .map(WorkLine::part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /// Where staff may bring it.
    List<String> steps(WorkOrder work) {
        return work.ready() ? List.of("in_work", "cancelled") : List.of("remedied");
    }
}
