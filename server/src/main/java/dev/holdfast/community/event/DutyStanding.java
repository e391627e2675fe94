package dev.holdfast.community.event;

import dev.holdfast.community.event.EventDefinition.Duty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How one holder stands with one duty.
///
/// @param due the last day on which it is in time, pauses counted out
/// @param doneAt null: not done
/// @param said what the member said when it was done; empty while it is not
/// @param warning null: they were not warned
public record DutyStanding(
        Duty duty,
        LocalDate due,
        @Nullable Instant doneAt,
        String said,
        @Nullable Warning warning) {

    /// @param runsUntil its last day, pauses counted out: before the day after nobody is removed
    public record Warning(String reason, Instant at, LocalDate runsUntil) {}

    public boolean overdue(LocalDate today) {
        return doneAt == null && today.isAfter(due);
    }
}
