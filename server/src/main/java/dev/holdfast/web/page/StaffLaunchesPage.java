package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import java.util.List;
import java.util.Objects;

/// Every launch with the figures that tell which one needs somebody now.
record StaffLaunchesPage(Frame frame, List<Row> rows) {
    StaffLaunchesPage {
        rows = List.copyOf(rows);
    }

    /// @param left units free, of all offers together
    record Row(LaunchView launch, String name, String when, long live, long held, long left) {
        static Row of(LaunchView launch, Words words) {
            var line = launch.line();
            var definition = launch.definition();
            return new Row(
                    launch,
                    words.name(definition.name()),
                    words.instant(definition.opensAt(), definition.timeZone()),
                    line.held() + line.placed() + line.locked(),
                    line.held(),
                    launch.offers().stream()
                            .map(LaunchView.OfferView::remaining)
                            .filter(Objects::nonNull)
                            .mapToLong(Long::longValue)
                            .sum());
        }
    }
}
