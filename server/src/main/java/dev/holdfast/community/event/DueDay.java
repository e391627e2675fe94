package dev.holdfast.community.event;

import java.time.LocalDate;
import java.util.List;

/// When something is due that has a number of days, of which those in a pause do not count.
final class DueDay {
    private DueDay() {}

    /// The last day on which it is in time.
    ///
    /// @param from the first day that counts
    static LocalDate of(LocalDate from, int days, List<Pause> pauses) {
        int left = days;
        LocalDate day = from;
        while (true) {
            LocalDate today = day;
            if (pauses.stream().noneMatch(pause -> pause.covers(today))) {
                left--;
            }
            if (left <= 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }
}
