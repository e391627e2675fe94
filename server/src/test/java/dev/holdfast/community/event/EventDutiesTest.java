package dev.holdfast.community.event;

import static dev.holdfast.community.event.EventWorld.FIRST_DAY;
import static dev.holdfast.community.event.EventWorld.OPERATOR;
import static dev.holdfast.community.event.EventWorld.TOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EventDutiesTest {
    private static final String DUTY = "report";
    private static final String REASON = "No word since the start.";

    private final EventWorld world = new EventWorld();
    private final Events events = world.events;
    private String holder = "";
    private String next = "";

    @BeforeEach
    void draw() {
        world.open(2, 4).draw();
        holder = world.standing(PlaceState.WON).getFirst();
        next = world.standing(PlaceState.RESERVE).getFirst();
        events.confirm(TOUR, holder);
        events.confirm(TOUR, world.standing(PlaceState.WON).getFirst());
        world.reads(holder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static void refused(String code, Executable act) {
        assertEquals(code, assertThrows(Problem.class, act).code());
    }

    private DutyStanding duty() {
        return events.own(TOUR, holder).duties().getFirst();
    }

    private DutyStanding.Warning warned() {
        return Objects.requireNonNull(duty().warning());
    }

    /// In the morning of a day in the event's zone.
    private void on(LocalDate day) {
        world.clock.set(day.atTime(LocalTime.of(9, 0))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant());
    }

    private void warn() {
        events.warn(TOUR, holder, DUTY, REASON, OPERATOR);
    }

    private void remove() {
        events.remove(TOUR, holder, DUTY, REASON, OPERATOR);
    }

    @Test
    void nobody_is_removed_without_a_warning_whose_time_is_over() {
        LocalDate due = FIRST_DAY.plusDays(2);
        assertEquals(due, duty().due());
        on(due);
        refused("duty_not_overdue", this::warn);
        refused("duty_not_overdue", this::remove);
        on(due.plusDays(1));
        refused("warning_required", this::remove);
        warn();
        refused("warned_before", this::warn);
        assertEquals(List.of("event_warned"), world.letters(holder));
        assertThat(world.letter(holder).text()).contains("First report", REASON, EventWorld.SITE + "/events/" + TOUR);
        LocalDate last = due.plusDays(6);
        on(last);
        refused("warning_running", this::remove);
        on(last.plusDays(1));
        remove();
        assertEquals(PlaceState.REMOVED, world.state(holder));
        assertEquals(PlaceState.WON, world.state(next));
        assertEquals(List.of("event_warned", "event_removed"), world.letters(holder));
    }

    @Test
    void what_is_done_after_a_warning_keeps_the_place() {
        on(FIRST_DAY.plusDays(3));
        warn();
        events.done(TOUR, holder, DUTY, "Here it is.");
        on(FIRST_DAY.plusDays(30));
        refused("duty_not_overdue", this::remove);
        refused("unknown_duty", () -> events.done(TOUR, holder, "dance", "Done."));
        refused("no_place", () -> events.done(TOUR, next, DUTY, "Done."));
    }

    @Test
    void holidays_stop_both_clocks_and_are_bounded() {
        events.pauseAll(TOUR, FIRST_DAY.plusDays(1), FIRST_DAY.plusDays(7), "Spring Festival", OPERATOR);
        assertEquals(FIRST_DAY.plusDays(9), duty().due());
        events.pause(TOUR, holder, FIRST_DAY.plusDays(8), FIRST_DAY.plusDays(9));
        assertEquals(FIRST_DAY.plusDays(11), duty().due());
        on(FIRST_DAY.plusDays(12));
        warn();
        events.pause(TOUR, holder, FIRST_DAY.plusDays(13), FIRST_DAY.plusDays(14));
        assertEquals(FIRST_DAY.plusDays(19), warned().runsUntil());
        refused("holidays_used_up", () -> events.pause(TOUR, holder, FIRST_DAY.plusDays(20), FIRST_DAY.plusDays(20)));
        refused("invalid_request", () -> events.pause(TOUR, holder, FIRST_DAY, FIRST_DAY));
        on(FIRST_DAY.plusDays(19));
        refused("warning_running", this::remove);
    }

    @Test
    void a_reserve_who_moved_up_has_the_days_of_a_duty_from_then_on() {
        on(FIRST_DAY.plusDays(10));
        events.giveBack(TOUR, holder);
        assertEquals(
                FIRST_DAY.plusDays(12),
                events.own(TOUR, next).duties().getFirst().due());
        events.confirm(TOUR, next);
        assertEquals(
                FIRST_DAY.plusDays(12),
                events.own(TOUR, next).duties().getFirst().due());
    }

    @Test
    void each_act_of_an_operator_is_in_the_trail() {
        on(FIRST_DAY.plusDays(3));
        warn();
        events.pauseAll(TOUR, FIRST_DAY.plusDays(5), FIRST_DAY.plusDays(6), "Festival", OPERATOR);
        on(FIRST_DAY.plusDays(30));
        remove();
        assertTrue(world.jdbc
                .sql("select act || ' ' || subject from member.audit order by number")
                .query(String.class)
                .list()
                .containsAll(List.of(
                        "make_event spring-tour",
                        "enter_event_figure spring-tour",
                        "warn_holder " + holder,
                        "pause_event spring-tour",
                        "remove_holder " + holder)));
    }
}
