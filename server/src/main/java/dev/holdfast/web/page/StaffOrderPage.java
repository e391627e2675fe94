package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderFile;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One order with everything that ever happened to it, the latest first.
///
/// @param reviewed somebody had to look at it, and the reader may see why
/// @param balanced what is left of it is paid here
/// @param forfeit an operator is about to cancel a locked order: its deposit is lost, and they have to say so
record StaffOrderPage(
        Frame frame,
        LaunchView launch,
        OrderFile file,
        List<Happening> happenings,
        boolean reviewed,
        boolean balanced,
        boolean forfeit,
        @Nullable Notice notice) {
    StaffOrderPage {
        happenings = List.copyOf(happenings);
    }

    Order order() {
        return file.history().order();
    }

    Words words() {
        return frame.words();
    }

    String offer() {
        return OfferNames.of(launch.definition(), order().offer(), words());
    }

    String region() {
        var region = order().region();
        return region == null
                ? ""
                : launch.definition()
                        .region(region)
                        .map(known -> words().name(known.name()))
                        .orElse(region);
    }

    String window() {
        return window(order().promise());
    }

    String first() {
        return window(order().first().promise());
    }

    boolean moved() {
        return !Objects.equals(order().promise(), order().first().promise());
    }

    private String window(@Nullable Window window) {
        return window == null ? words().say("order.waiting") : words().window(window);
    }

    /// To the second; the zone is told once, by [#zone].
    String at(Instant at) {
        var zone = launch.definition().timeZone();
        return words().day(at.atZone(zone).toLocalDate()) + " " + words().timeOfDay(at, zone);
    }

    String zone() {
        return Dates.zone(launch.asOf(), launch.definition().timeZone());
    }

    boolean lockable() {
        return order().state() == OrderState.PLACED;
    }

    /// What cancelling means in the state the order is in.
    String cancelling() {
        boolean refunded = lockable() || mayLeave();
        var state = order().placedAt() == null ? "HELD" : refunded ? "PLACED" : "LOCKED";
        return words().say("desk.cancel.text." + state, words().money(order().deposit()));
    }

    /// One whose unit is built is cancelled only where its promise was broken and its member may leave.
    boolean cancellable() {
        return switch (order().state()) {
            case HELD, PLACED, LOCKED, SCHEDULED -> true;
            case BUILT, READY -> mayLeave();
            case DELIVERED, EXPIRED, CANCELLED -> false;
        };
    }

    private boolean mayLeave() {
        var consent = file.history().consent();
        return consent != null && consent.mayLeave(launch.asOf());
    }
}
