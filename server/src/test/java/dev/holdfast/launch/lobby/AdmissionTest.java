package dev.holdfast.launch.lobby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Pace FAST = new Pace(400, 0);

    private static Admission with(long free, long called, long ordered, int waiting, double ordersPerSecond) {
        return new Admission(true, 1_000, 100_000, free, called, ordered, waiting, ordersPerSecond, 500);
    }

    private static Admission easy() {
        return with(Admission.UNBOUNDED, 0, 0, 0, 300);
    }

    @Test
    void the_pace_grows_while_the_intake_keeps_up_and_never_beyond_the_most() {
        Pace pace = Pace.STANDING;
        for (int second = 0; second < 60; second++) {
            pace = easy().next(pace, SECOND).pace();
        }
        assertEquals(500, pace.perSecond());
        assertEquals(Pace.FIRST, easy().next(Pace.STANDING, SECOND).pace().perSecond());
    }

    @Test
    void it_falls_below_what_the_intake_did_when_orders_pile_up() {
        var piled = with(Admission.UNBOUNDED, 0, 0, 4_000, 300).next(FAST, SECOND);
        assertEquals(150, piled.pace().perSecond());
    }

    @Test
    void nobody_is_let_in_while_the_queue_is_half_full() {
        var full = with(Admission.UNBOUNDED, 0, 0, 10_001, 300).next(FAST, SECOND);
        assertEquals(1_000, full.serving());
        assertEquals(0, full.pace().perSecond());
    }

    @Test
    void a_silence_is_not_made_up_for() {
        var late = easy().next(FAST, Duration.ofMinutes(5));
        assertTrue(late.serving() <= 1_000 + 2 * (long) Pace.FIRST, "went to " + late.serving());
    }

    @Test
    void nobody_is_called_for_whom_no_unit_is_left() {
        assertEquals(1_007, with(10, 3, 0, 0, 300).next(FAST, SECOND).serving());
        assertEquals(1_000, with(3, 3, 0, 0, 300).next(FAST, SECOND).serving());
        assertEquals(1_003, with(3, 3, 3, 0, 300).next(FAST, SECOND).serving(), "who ordered has their unit");
        assertEquals(1_003, with(3, 0, 0, 0, 300).next(FAST, SECOND).serving(), "who did not come gave theirs up");
    }

    @Test
    void nobody_is_called_before_they_came() {
        var few = new Admission(true, 1_000, 1_004, Admission.UNBOUNDED, 0, 0, 0, 300, 500);
        assertEquals(1_004, few.next(FAST, SECOND).serving());
    }

    @Test
    void it_only_grows() {
        var over = new Admission(true, 1_000, 900, 0, 50, 0, 0, 0, 500);
        assertEquals(1_000, over.next(FAST, SECOND).serving());
        var closed = new Admission(false, 1_000, 100_000, 100, 0, 0, 0, 0, 500);
        assertEquals(1_000, closed.next(FAST, SECOND).serving());
    }

    @Test
    void parts_of_a_person_are_carried_on() {
        Pace slow = new Pace(2.5, 0);
        long people = 0;
        for (int second = 0; second < 10; second++) {
            var step = slow.step(SECOND);
            people += step.people();
            slow = step.pace();
        }
        assertEquals(25, people);
    }
}
