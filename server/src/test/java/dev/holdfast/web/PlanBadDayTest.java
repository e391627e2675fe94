package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Bad days of suppliers and planners, through the door, as the people in line meet them. Both offers need a battery a
/// week before they are built and are delivered the week after.
@ExtendWith(RunningServer.Shared.class)
class PlanBadDayTest {
    private static final String BOM = "parent,child,quantity,leadTimeWeeks\n";

    private final RunningServer server;
    private final Opening opening;

    PlanBadDayTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.with(server, "beyondSupply", "waitlist");
        master("configurations", "configuration,deliveryWeeks\npro,1\nmax,1\n");
        master("bom", BOM + "pro,battery,1,1\nmax,battery,1,1\n");
    }

    private void master(String file, String csv) {
        server.put(opening.operatorPath("/master/" + file))
                .by("paula", "planner")
                .body("text/csv", csv)
                .send()
                .is(200);
    }

    private List<String> tell(Object... fields) {
        Map<String, Object> event = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            event.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return server.post(opening.operatorPath("/supply-events"))
                .by("paula", "planner")
                .json(Map.of("source", "portal", "events", List.of(event)))
                .send()
                .is(200)
                .each("/told", "effect");
    }

    private List<String> commit(String id, String order, int quantity, String week, String at) {
        return tell(
                "id",
                id,
                "commitment",
                order,
                "component",
                "battery",
                "quantity",
                quantity,
                "week",
                week,
                "status",
                "committed",
                "occurredAt",
                at);
    }

    private Reply preview() {
        return server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(Map.of())
                .send()
                .is(201);
    }

    private Reply publish() {
        return server.post(opening.operatorPath("/plans/" + preview().number("/run") + "/publish"))
                .by("paula", "planner")
                .send()
                .is(200);
    }

    private String from(String order) {
        return String.valueOf(opening.order(order).node("/promise/from").asString("none"));
    }

    @Test
    void a_supplier_event_twice_and_out_of_order_moves_a_promise_once() {
        commit("one", "PO-1", 1, "2027-01-04", "2026-11-20T10:00:00Z");
        publish();
        String order = opening.placed("ann", "pro");
        assertEquals("2027-01-18", from(order));
        assertEquals(List.of("applied"), commit("three", "PO-1", 1, "2027-02-01", "2026-11-20T11:00:00Z"));
        assertEquals(1, publish().number("/published/later"));
        assertEquals(List.of("repeated"), commit("three", "PO-1", 1, "2027-02-01", "2026-11-20T11:00:00Z"));
        assertEquals(List.of("late"), commit("two", "PO-1", 9, "2027-03-01", "2026-11-20T10:30:00Z"));
        assertEquals(0, preview().number("/report/moves/total"));
        publish();
        Reply told = opening.order(order);
        assertEquals("2027-02-15", told.at("/promise/from"));
        assertEquals(2, told.node("/promises").size());
        assertEquals("battery", told.at("/promises/1/binding"));
    }

    @Test
    void a_commitment_cut_to_zero_takes_the_window_of_the_last_in_line_and_says_why() {
        commit("one", "PO-1", 1, "2027-01-04", "2026-11-20T10:00:00Z");
        commit("two", "PO-2", 1, "2027-02-01", "2026-11-20T10:00:00Z");
        publish();
        String first = opening.placed("ann", "pro");
        String last = opening.placed("bob", "max");
        commit("cut", "PO-1", 0, "2027-01-04", "2026-11-20T11:00:00Z");
        Reply published = publish();
        assertEquals(1, published.number("/published/later"));
        assertEquals(1, published.number("/published/lost"));
        assertEquals("2027-02-15", from(first));
        Reply told = opening.order(last);
        assertNull(told.at("/promise"));
        assertEquals("2027-02-15", told.at("/firstPromise/from"), "nobody's first promise is overwritten");
        assertEquals("battery", told.at("/promises/1/binding"));
        assertTrue(told.number("/promises/1/supplyEvent") > 0);
        Reply toFan = server.get("/api/v1/orders/" + last).by("bob").send().is(200);
        assertTrue(toFan.node("/promises/1/binding").isMissingNode(), "what planners call it is not for fans");
        assertTrue(toFan.node("/promises/1/explanation/en").isString(), "they get words");
        String copy = server.get("/api/v1/me/export").by("bob").send().is(200).text();
        assertFalse(copy.contains("\"battery\""), "nor in the copy of what is kept of them");
    }

    @Test
    void quarantine_of_a_lot_in_hand_takes_windows_and_freeing_it_gives_them_back() {
        master("stock", "component,onHand,quarantined,asOf\nbattery,2,0,2026-11-19\n");
        String first = opening.placed("ann", "pro");
        String last = opening.placed("bob", "max");
        publish();
        String given = from(last);
        tell("type", "quarantine", "component", "battery", "lot", "L-7", "quantity", 1);
        assertEquals(1, publish().number("/published/lost"));
        assertEquals("none", from(last));
        assertEquals(given, from(first), "who is ahead keeps what is left");
        tell("type", "quarantine", "component", "battery", "lot", "L-7", "quantity", 0);
        assertEquals(1, publish().number("/published/reached"));
        assertEquals(given, from(last));
    }

    @Test
    void a_bill_changed_under_locked_orders_leaves_them_their_week_at_the_cost_of_others() {
        master("stock", "component,onHand,quarantined,asOf\nbattery,2,0,2026-11-19\n");
        String ahead = opening.placed("ann", "pro");
        String locked = opening.locked("bob", "pro");
        publish();
        String given = from(locked);
        master("bom", BOM + "pro,battery,2,1\nmax,battery,1,1\n");
        Reply preview = preview();
        assertEquals(0, preview.number("/report/figures/frozenViolations"));
        publish();
        assertEquals(given, from(locked));
        assertEquals("none", from(ahead));
        master("bom", BOM + "pro,battery,3,1\nmax,battery,1,1\n");
        assertEquals(1, preview().number("/report/figures/frozenViolations"), "what cannot be kept is counted");
    }

    @Test
    void week_53_and_a_leap_day_are_weeks_like_others() {
        commit("one", "PO-1", 1, "2026-12-28", "2026-11-20T10:00:00Z");
        commit("two", "PO-2", 1, "2028-02-28", "2026-11-20T10:00:00Z");
        String first = opening.placed("ann", "pro");
        String last = opening.placed("bob", "max");
        publish();
        assertEquals("2027-01-11", from(first), "from week 53, two weeks on");
        assertEquals("2028-03-13", from(last), "the week of 29 February counts once");
        commit("three", "PO-1", 1, "2027-01-04", "2026-11-20T11:00:00Z");
        Reply slipped = preview();
        assertEquals(1, slipped.number("/report/moves/later"));
        assertEquals(1, slipped.number("/report/moves/byWeeks/0/weeks"));
    }

    @Test
    void a_band_for_what_the_launch_does_not_have_is_refused_and_not_passed_over() {
        for (Map<String, String> band : List.of(
                Map.of("offer", "prro", "band", "win"),
                Map.of("region", "nort", "band", "win"),
                Map.of("store", "\0", "band", "win"))) {
            ask(Map.of("bands", List.of(band))).refused(422, "invalid_request");
        }
        ask(Map.of("note", "a\0b")).refused(422, "invalid_request");
        ask(Map.of("bands", List.of(Map.of("offer", "pro", "region", "north", "band", "win"))))
                .is(201);
    }

    private Reply ask(Map<String, Object> wish) {
        return server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(wish)
                .send();
    }

    @Test
    void only_planners_and_operators_plan() {
        String order = opening.placed("ann", "pro");
        for (String path : List.of("/plans", "/plans/1", "/plans/1/orders/" + order, "/room", "/master", "/odds")) {
            server.get(opening.operatorPath(path)).by("ann").send().is(403);
            server.get(opening.operatorPath(path)).send().is(401);
        }
        for (String path : List.of("/plans", "/plans/1/publish", "/what-if", "/supply-events")) {
            server.post(opening.operatorPath(path))
                    .by("ann")
                    .json(Map.of())
                    .send()
                    .is(403);
        }
        server.put(opening.operatorPath("/master/bom"))
                .by("ann")
                .body("text/csv", BOM)
                .send()
                .is(403);
        String alternatives = "/api/v1/orders/" + order + "/alternatives";
        server.get(alternatives).by("bob").send().is(404);
        server.get(alternatives).send().is(401);
    }
}
