package dev.holdfast.community.event;

import static dev.holdfast.community.event.EventWorld.CLOSES;
import static dev.holdfast.community.event.EventWorld.FIGURE_AT;
import static dev.holdfast.community.event.EventWorld.NOON;
import static dev.holdfast.community.event.EventWorld.OPERATOR;
import static dev.holdfast.community.event.EventWorld.RELEASE;
import static dev.holdfast.community.event.EventWorld.STARTS;
import static dev.holdfast.community.event.EventWorld.TOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.community.event.Belongings.Holding;
import dev.holdfast.community.event.EventDefinition.Share;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.draw.PlacesReplay;
import dev.holdfast.launch.draw.PlacesReplay.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EventDrawTest {
    private final EventWorld world = new EventWorld();
    private final Events events = world.events;

    @AfterEach
    void close() {
        world.close();
    }

    private static void refused(String code, Executable act) {
        assertEquals(code, assertThrows(Problem.class, act).code());
    }

    /// What is published fits together, and says of everybody how they stand.
    private void replayed() {
        var replay = PlacesReplay.of(events.draw(TOUR));
        assertEquals(List.of(), replay.findings());
        for (Applicant one : events.applicants(TOUR, null, "", Events.MAX_PAGE)) {
            Standing wanted = one.state().holds()
                    ? Standing.PLACE
                    : one.state() == PlaceState.RESERVE ? Standing.RESERVE : Standing.LEFT;
            assertEquals(wanted, replay.standings().get(one.hash()), one.member() + " is " + one.state());
        }
    }

    @Test
    void who_applies_twice_has_one_ticket() {
        world.open(2, 0);
        String ticket = events.apply(TOUR, "fan", "north").applicant().ticket();
        assertEquals(ticket, events.apply(TOUR, "fan", "north").applicant().ticket());
        refused("applied_otherwise", () -> events.apply(TOUR, "fan", "south"));
        refused("invalid_request", () -> events.apply(TOUR, "another", "west"));
        assertEquals(1, events.look(TOUR).applicants());
    }

    @Test
    void who_withdraws_before_the_freeze_was_never_there() {
        world.open(2, 2);
        events.giveBack(TOUR, "fan-1");
        refused("not_applied", () -> events.own(TOUR, "fan-1"));
        events.apply(TOUR, "fan-1", "north");
        world.clock.set(CLOSES);
        refused("applications_not_open", () -> events.apply(TOUR, "late", "north"));
    }

    @Test
    void places_go_by_lot_and_quota_and_everybody_else_is_a_reserve() {
        world.reads("fan-1");
        world.reads("northern");
        world.open(2, 9);
        events.apply(TOUR, "northern", "north");
        world.draw();
        assertEquals(PlaceState.WON, world.state("northern"), "one place is kept for the north");
        assertEquals(2, world.standing(PlaceState.WON).size());
        assertEquals(8, world.standing(PlaceState.RESERVE).size());
        assertEquals(List.of("event_won"), world.letters("northern"));
        String other = world.state("fan-1") == PlaceState.WON ? "event_won" : "event_reserve";
        assertEquals(List.of(other), world.letters("fan-1"));
        replayed();
        List<String> reserves = world.standing(PlaceState.RESERVE);
        assertEquals(0, events.own(TOUR, reserves.getFirst()).ahead());
        assertEquals(7, events.own(TOUR, reserves.getLast()).ahead());
    }

    @Test
    void the_figure_comes_once_and_after_the_freeze_and_after_its_time() {
        world.open(2, 3);
        refused("draw_not_frozen", () -> events.figure(TOUR, "1", OPERATOR));
        assertNull(events.look(TOUR).statement());
        world.clock.set(CLOSES);
        world.rounds();
        refused("figure_too_early", () -> events.figure(TOUR, "1", OPERATOR));
        world.clock.set(FIGURE_AT);
        refused("invalid_figure", () -> events.figure(TOUR, " ", OPERATOR));
        events.figure(TOUR, "1", OPERATOR);
        refused("figure_entered", () -> events.figure(TOUR, "2", OPERATOR));
    }

    @Test
    void a_list_that_was_not_frozen_before_the_figure_waits_for_another_figure() {
        world.open(2, 3);
        world.clock.set(FIGURE_AT);
        world.rounds();
        assertNull(events.look(TOUR).statement(), "frozen when the figure could be known");
        EventDefinition tour = EventWorld.tour(2, RELEASE);
        refused("event_fixed", () -> events.define(TOUR, another(tour, "4712", FIGURE_AT), OPERATOR));
        events.define(TOUR, another(tour, "4712", FIGURE_AT.plus(Duration.ofHours(1))), OPERATOR);
        world.rounds();
        assertNotEquals(null, events.look(TOUR).statement());
    }

    private static EventDefinition another(EventDefinition event, String figure, Instant figureAt) {
        return new EventDefinition(
                event.name(),
                event.text(),
                event.places(),
                event.cities(),
                event.quotas(),
                event.opensAt(),
                event.closesAt(),
                figure,
                figureAt,
                event.confirmWithin(),
                event.startsAt(),
                event.releaseAt(),
                event.endsAt(),
                event.timeZone(),
                event.duties(),
                event.warningDays(),
                event.holidayDays());
    }

    @Test
    void nothing_that_decides_changes_once_applications_are_taken() {
        world.clock.set(NOON.minusSeconds(60));
        assertTrue(events.define(TOUR, EventWorld.tour(2, RELEASE), OPERATOR));
        events.define(TOUR, EventWorld.tour(3, RELEASE), OPERATOR);
        world.clock.set(NOON);
        refused("event_fixed", () -> events.define(TOUR, EventWorld.tour(4, RELEASE), OPERATOR));
        assertEquals(
                List.of("make_event", "change_event"),
                world.jdbc
                        .sql("select act from member.audit order by number")
                        .query(String.class)
                        .list());
    }

    @Test
    void a_place_given_back_goes_to_whose_turn_it_is() {
        world.open(2, 6);
        events.apply(TOUR, "northern", "north");
        world.draw();
        List<String> reserves = world.standing(PlaceState.RESERVE);
        world.reads(reserves.getFirst());
        events.giveBack(TOUR, "northern");
        assertEquals(PlaceState.WON, world.state(reserves.getFirst()), "nobody else is of the north");
        assertEquals(List.of("event_moved_up"), world.letters(reserves.getFirst()));
        assertEquals(PlaceState.GIVEN_BACK, world.state("northern"));
        refused("no_place", () -> events.confirm(TOUR, "northern"));
        refused("no_place", () -> events.giveBack(TOUR, "northern"));
        events.giveBack(TOUR, reserves.getLast());
        replayed();
    }

    @Test
    void who_gives_up_between_freeze_and_draw_is_drawn_and_leaves() {
        world.open(2, 6);
        world.clock.set(CLOSES);
        world.rounds();
        events.giveBack(TOUR, "fan-1");
        events.giveBack(TOUR, "fan-2");
        world.clock.set(FIGURE_AT);
        events.figure(TOUR, "4711", OPERATOR);
        assertEquals(2, world.standing(PlaceState.WON).size());
        assertEquals(6, events.draw(TOUR).sorted().size());
        replayed();
    }

    @Test
    void silence_costs_a_place_but_not_before_a_reminder() {
        world.open(2, 5).draw();
        String silent = world.standing(PlaceState.WON).getFirst();
        String other = world.standing(PlaceState.WON).getLast();
        String next = world.standing(PlaceState.RESERVE).getFirst();
        world.reads(silent);
        events.confirm(TOUR, other);
        // Nobody was there at half time: the reminder goes out late, and half of the time is left from then on.
        world.clock.forward(Duration.ofDays(5));
        world.rounds();
        assertEquals(PlaceState.WON, world.state(silent));
        assertEquals(List.of("event_reminded"), world.letters(silent));
        world.clock.forward(Duration.ofDays(2).minusSeconds(1));
        world.rounds();
        assertEquals(PlaceState.WON, world.state(silent));
        world.clock.forward(Duration.ofSeconds(1));
        world.rounds();
        assertEquals(PlaceState.LAPSED, world.state(silent));
        assertEquals(PlaceState.CONFIRMED, world.state(other));
        assertEquals(PlaceState.WON, world.state(next));
        replayed();
    }

    @Test
    void who_did_not_come_loses_the_place_to_reserves_who_did() {
        world.open(2, 6).draw();
        List<String> won = world.standing(PlaceState.WON);
        List<String> reserves = world.standing(PlaceState.RESERVE);
        won.forEach(member -> events.confirm(TOUR, member));
        world.clock.set(STARTS);
        events.attend(TOUR, won.getFirst(), events.code(TOUR).code());
        events.attend(TOUR, reserves.getLast(), events.code(TOUR).code());
        events.admit(TOUR, reserves.get(2), OPERATOR);
        assertEquals(PlaceState.ATTENDED, world.state(won.getFirst()));
        assertEquals(PlaceState.RESERVE, world.state(reserves.getLast()), "nothing is free yet");
        world.clock.set(RELEASE);
        world.rounds();
        assertEquals(PlaceState.NO_SHOW, world.state(won.getLast()));
        assertEquals(PlaceState.ATTENDED, world.state(reserves.get(2)), "the first in drawn order who came");
        assertEquals(PlaceState.RESERVE, world.state(reserves.getLast()));
        assertEquals(PlaceState.NO_SHOW, world.state(reserves.getFirst()));
        replayed();
    }

    @Test
    void old_codes_replays_and_guesses_are_refused() {
        world.open(2, 3).draw();
        String holder = world.standing(PlaceState.WON).getFirst();
        refused("door_closed", () -> events.code(TOUR));
        world.clock.set(STARTS);
        String code = events.code(TOUR).code();
        world.clock.forward(Duration.ofSeconds(60));
        refused("code_wrong", () -> events.attend(TOUR, holder, code));
        events.attend(TOUR, holder, events.code(TOUR).code());
        refused(
                "already_attended",
                () -> events.attend(TOUR, holder, events.code(TOUR).code()));
        String guesser = world.standing(PlaceState.RESERVE).getFirst();
        for (int guess = 0; guess < Attendance.MAX_CODES; guess++) {
            refused("code_wrong", () -> events.attend(TOUR, guesser, "no code"));
        }
        refused(
                "codes_exhausted",
                () -> events.attend(TOUR, guesser, events.code(TOUR).code()));
        assertEquals(
                STARTS.plusSeconds(60),
                events.admit(TOUR, guesser, OPERATOR).applicant().attendedAt());
    }

    @Test
    void quotas_look_at_the_city_the_orders_and_the_months() {
        var pro = new Holding("s1-pro", false, NOON.minus(Duration.ofDays(400)));
        var handed = new Holding("s1-pro", true, NOON.minus(Duration.ofDays(20)));
        var shares = List.of(
                new Share(1, null, "north", null, false, 0),
                new Share(1, null, null, "s1-pro", false, 0),
                new Share(1, null, null, "s1-pro", true, 0),
                new Share(1, null, "north", null, false, 13));
        assertEquals(0b0001, Belongings.fits(shares, "north", List.of(), NOON));
        assertEquals(0b0010, Belongings.fits(shares, "south", List.of(pro), NOON));
        assertEquals(0b0110, Belongings.fits(shares, "south", List.of(handed), NOON));
        assertEquals(0b1111, Belongings.fits(shares, "north", List.of(pro, handed), NOON));
        assertEquals("city north, customer for 13 months", shares.getLast().rule());
    }
}
