package dev.holdfast.web.page;

import dev.holdfast.launch.LaunchView;
import dev.holdfast.launch.lobby.RoomView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The desk of one launch: what it lacks, and what an operator does to it as a whole.
///
/// @param done the act that was just done, so that it can be undone; null: none
/// @param told what became of an upload; null: nothing was uploaded just now
/// @param faults of the file that was just refused
/// @param room its waiting room; null: it has none
record LaunchDeskPage(
        Frame frame,
        LaunchView launch,
        List<Checklist.Item> checklist,
        @Nullable String done,
        @Nullable String told,
        List<SupplyFaults.Row> faults,
        @Nullable RoomView room) {
    LaunchDeskPage {
        checklist = List.copyOf(checklist);
        faults = List.copyOf(faults);
    }

    String name() {
        return frame.words().name(launch.definition().name());
    }

    String address() {
        return "/operator/launches/" + launch.slug();
    }

    boolean complete() {
        return Checklist.complete(checklist);
    }

    /// Whether the figure of the draw can be entered now.
    boolean figureAwaited() {
        var draw = room == null ? null : room.draw();
        return draw != null && draw.revealed() == null && !launch.asOf().isBefore(draw.figureAt());
    }

    String at(Instant instant) {
        return frame.words().instant(instant, launch.definition().timeZone());
    }

    boolean open() {
        return launch.state() == LaunchView.State.OPEN;
    }

    /// The act that takes back what was just done; null: nothing does.
    @Nullable
    String undo() {
        return switch (done == null ? "" : done) {
            case "open" -> launch.definition().campaign() == null ? "close" : null;
            case "close" -> "open";
            case "pause" -> "resume";
            case "resume" -> "pause";
            default -> null;
        };
    }
}
