package dev.holdfast.launch.intake;

import dev.holdfast.launch.Course;
import dev.holdfast.launch.Course.Ending;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One order's promises and steps, gone through from the first to the last.
final class Walk {
    private final OrderId order;
    private final String offer;
    private final @Nullable String region;
    private final ZoneId zone;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private Ending ending = Ending.OPEN;
    private @Nullable Instant at;
    private boolean altered;

    /// @param promised with the order itself
    Walk(OrderId order, String offer, @Nullable String region, @Nullable LocalDate promised, ZoneId zone) {
        this.order = order;
        this.offer = offer;
        this.region = region;
        this.first = promised;
        this.last = promised;
        this.zone = zone;
    }

    void promised(@Nullable LocalDate monday, Instant when, String reason) {
        boolean anew = switch (reason) {
            // What was promised before was promised to somebody who had not paid.
            case "paid_after_expiry" -> true;
            // Who is kept waiting beyond the first window has been, whatever they choose then.
            case "changed" -> !over(when);
            default -> first == null;
        };
        if (anew) {
            first = monday;
        }
        if (anew || monday != null) {
            last = monday;
        }
    }

    private boolean over(Instant when) {
        return first != null && Window.ofWeek(first).to().isBefore(LocalDate.ofInstant(when, zone));
    }

    /// @param own the member did it
    void stepped(String state, String cause, boolean own, Instant when) {
        if (cause.startsWith("changed_from_")) {
            altered |= !own;
        } else {
            at = when;
            ending = OrderState.DELIVERED.name().equals(state) ? Ending.HANDED_OVER : left(cause, own);
        }
    }

    private static Ending left(String cause, boolean own) {
        return switch (cause) {
            case "delay_refused", "delay_unanswered" -> Ending.GAVE_UP;
            default -> own ? Ending.LEFT : Ending.WITHDRAWN;
        };
    }

    Course course() {
        return new Course(order, offer, region, first, last, ending, at, altered);
    }
}
