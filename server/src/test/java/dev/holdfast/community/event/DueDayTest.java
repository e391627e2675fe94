package dev.holdfast.community.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDayTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Test
    void the_first_day_counts() {
        assertEquals(MONDAY, DueDay.of(MONDAY, 1, List.of()));
        assertEquals(MONDAY.plusDays(6), DueDay.of(MONDAY, 7, List.of()));
    }

    @Test
    void days_in_a_pause_do_not_count_and_count_once_in_two() {
        var holiday = new Pause(false, MONDAY.plusDays(2), MONDAY.plusDays(4), "Holiday");
        var own = new Pause(true, MONDAY.plusDays(4), MONDAY.plusDays(5), "");
        assertEquals(MONDAY.plusDays(9), DueDay.of(MONDAY, 7, List.of(holiday)));
        assertEquals(MONDAY.plusDays(10), DueDay.of(MONDAY, 7, List.of(holiday, own)));
    }

    @Test
    void a_pause_after_the_last_day_changes_nothing() {
        var later = new Pause(false, MONDAY.plusDays(7), MONDAY.plusDays(9), "Holiday");
        assertEquals(MONDAY.plusDays(6), DueDay.of(MONDAY, 7, List.of(later)));
    }
}
