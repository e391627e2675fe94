package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Every launch, those that take orders first.
record LaunchesPage(Frame frame, List<LaunchView> launches) {
    LaunchesPage {
        launches = List.copyOf(launches);
    }

    static final Comparator<LaunchView> BY_URGENCY = Comparator.comparingInt(LaunchesPage::urgency);

    private static int urgency(LaunchView view) {
        return switch (view.state()) {
            case OPEN -> 0;
            case SCHEDULED -> 1;
            case CLOSED -> 2;
        };
    }

    String name(LaunchView launch) {
        return frame.words().name(launch.definition().name());
    }

    private static long live(LaunchView launch) {
        return launch.line().held() + launch.line().placed() + launch.line().locked();
    }

    /// When the soonest of what is offered comes; null: that is not known, or there is nothing to order now.
    @Nullable
    String window(LaunchView launch) {
        if (launch.state() != LaunchView.State.OPEN || launch.paused()) {
            return null;
        }
        return launch.offers().stream()
                .map(LaunchView.OfferView::promise)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Window::from))
                .map(frame.words()::window)
                .orElse(null);
    }

    String when(LaunchView launch) {
        var definition = launch.definition();
        var words = frame.words();
        return switch (launch.state()) {
            case SCHEDULED -> words.say("launch.opensAt", words.instant(definition.opensAt(), definition.timeZone()));
            case OPEN -> words.count("launch.inLine", live(launch));
            case CLOSED -> words.count("launch.wereInLine", live(launch));
        };
    }
}
