package dev.holdfast.delivery.kept;

import dev.holdfast.launch.Course;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of the promise to one order, in weeks by their Mondays.
///
/// @param name by which the file tells of the order
/// @param ended the week in which it ended; null: it goes on
/// @param inFull the order as it was promised: its offer was changed by no hand but its member's
public record Outcome(
        UUID name,
        String configuration,
        @Nullable String region,
        LocalDate first,
        LocalDate last,
        Course.Ending ending,
        @Nullable LocalDate ended,
        boolean inFull) {

    boolean open() {
        return ending == Course.Ending.OPEN;
    }

    boolean handedOver() {
        return ending == Course.Ending.HANDED_OVER;
    }
}
