package dev.holdfast.delivery.kept;

import dev.holdfast.launch.Course.Ending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Publications that were made by nobody, for pages that show them.
public final class KeptOnPaper {
    private KeptOnPaper() {}

    public static Publication publication(LocalDate until, long orders, Instant at) {
        return new Publication(1, 4, Publication.RULE, until, orders, orders * 92, "4f2a9c1d".repeat(8), at);
    }

    /// @param weeks from the first promise to the last one, and from the first one to the hand-over; null: there was
    /// none
    public static Outcome outcome(
            int number, String configuration, String region, LocalDate first, int slipped, @Nullable Integer weeks) {
        return new Outcome(
                new UUID(0, number),
                configuration,
                region,
                first,
                first.plusWeeks(slipped),
                weeks == null ? Ending.OPEN : Ending.HANDED_OVER,
                weeks == null ? null : first.plusWeeks(weeks),
                true);
    }

    public static List<Figure> figures(LocalDate until, List<Outcome> outcomes) {
        Counting counting = new Counting(until);
        outcomes.forEach(counting::add);
        return counting.figures();
    }
}
