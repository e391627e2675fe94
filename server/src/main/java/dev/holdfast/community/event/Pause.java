package dev.holdfast.community.event;

import java.time.LocalDate;

/// Days that do not count for duties and warnings.
///
/// @param own of one member; else for everybody
public record Pause(boolean own, LocalDate from, LocalDate to, String said) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
