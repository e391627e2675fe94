package dev.holdfast.launch.intake;

import dev.holdfast.launch.campaign.Course;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch came to: one answer per ask, the line as it stands after it, and the rows to write.
///
/// @param course of the campaign, as the batch left it; null: it is none
record Decision(
        List<Answer> answers,
        LineState after,
        Writes writes,
        @Nullable Course course) {
    /// Everything was refused, replayed or only looked at, and no cursor moved: there is nothing to commit.
    boolean changesNothing(LineState before) {
        return writes.isEmpty(course)
                && after.sweptPosition() == before.sweptPosition()
                && after.sweptPayment() == before.sweptPayment();
    }
}
