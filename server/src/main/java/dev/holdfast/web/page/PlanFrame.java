package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What every page of the planner's room has around its content.
record PlanFrame(Frame frame, LaunchView launch, PlanPart part, PlanNames names) {
    /// A unit of a share as pages write it, in percent.
    private static final int PERCENT = 100;

    Words words() {
        return frame.words();
    }

    /// The address of something of this room, such as `/runs/3`.
    String at(String path) {
        return Room.PLAN.address(launch.slug()) + path;
    }

    String title() {
        return words().say("plan.part." + part);
    }

    String when(Instant instant) {
        return words().instant(instant, launch.definition().timeZone());
    }

    /// The week that begins on a Monday, or a dash.
    String week(@Nullable LocalDate monday) {
        return monday == null ? "–" : words().window(dev.holdfast.launch.Window.ofWeek(monday));
    }

    /// A share with one digit after the point, or a dash when there is nothing to share.
    String share(@Nullable Double share) {
        return share == null || share.isNaN() ? "–" : words().rate(share * PERCENT) + " %";
    }

    String decimal(@Nullable Double value) {
        return value == null || value.isNaN() ? "–" : words().rate(value);
    }

    /// What keeps orders back: a part or a resource, by its name.
    String binding(String name) {
        return names.part(name);
    }
}
