package dev.holdfast.launch.intake;

import java.util.List;

/// What a batch came to: one answer per ask, the line as it stands after it, and the rows to write.
record Decision(List<Answer> answers, LineState after, Writes writes) {
    /// Everything was refused, replayed or only looked at, and no cursor moved: there is nothing to commit.
    boolean changesNothing(LineState before) {
        return writes.isEmpty()
                && after.sweptPosition() == before.sweptPosition()
                && after.sweptPayment() == before.sweptPayment();
    }
}
