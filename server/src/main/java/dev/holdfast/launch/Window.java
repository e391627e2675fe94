package dev.holdfast.launch;

import java.time.LocalDate;

/// A delivery window: whole days, both ends included.
public record Window(LocalDate from, LocalDate to) {
    /// The calendar week that begins on this Monday.
    public static Window ofWeek(LocalDate monday) {
        return new Window(monday, monday.plusDays(6));
    }
}
