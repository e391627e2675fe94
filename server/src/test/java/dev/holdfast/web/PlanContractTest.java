package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Plans through the door: previewed, published, and what fans see of it.
@ExtendWith(RunningServer.Shared.class)
class PlanContractTest {
    private final RunningServer server;

    PlanContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply ask(Opening opening, Map<String, Object> wish) {
        return server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(wish)
                .send();
    }

    private long run(Opening opening) {
        return ask(opening, Map.of()).is(201).number("/run");
    }

    private Reply publish(Opening opening, long run) {
        return server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("paula", "planner")
                .send();
    }

    private Opening waitlisted(String... rows) {
        return Opening.with(server, "beyondSupply", "waitlist").supplied(rows);
    }

    @Test
    void a_preview_says_who_would_move_and_moves_nobody() {
        Opening opening = waitlisted("pro,2027-01-04,1");
        String first = opening.held("ann", "pro");
        String waiting = opening.held("bob", "pro");
        Reply preview = ask(opening, Map.of()).is(201);
        assertEquals("PREVIEW", preview.at("/state"));
        assertEquals(2, preview.number("/inputs/orders"));
        assertEquals(0, preview.number("/report/moves/total"));
        assertEquals(1, preview.number("/report/figures/beyondHorizon"));
        assertEquals("2027-01-04", opening.order(first).at("/promise/from"));
        assertNull(opening.order(waiting).at("/promise"));
    }

    @Test
    void a_published_plan_is_what_orders_are_promised_and_the_first_promise_stays() {
        Opening opening = waitlisted("pro,2027-01-04,1", "pro,2027-01-11,1");
        String first = opening.held("ann", "pro");
        String second = opening.held("bob", "pro");
        publish(opening, run(opening)).is(200);
        Reply upload = opening.supply("pro,2027-01-18,2").is(200);
        assertEquals("with_the_next_plan", upload.at("/takesEffect"));
        assertEquals("2027-01-04", opening.order(first).at("/promise/from"), "no plan was published since");
        Reply next = ask(opening, Map.of()).is(201);
        assertEquals(2, next.number("/report/moves/later"));
        assertEquals(2, publish(opening, next.number("/run")).is(200).number("/published/later"));
        Reply order = opening.order(second);
        assertEquals("2027-01-18", order.at("/promise/from"));
        assertEquals("2027-01-11", order.at("/firstPromise/from"));
        assertEquals("component_short", order.at("/promises/1/reason"));
        assertEquals("pro", order.at("/promises/1/binding"));
        assertTrue(String.valueOf(order.at("/promises/1/explanation/en")).startsWith("The supply was planned again"));
        assertTrue(String.valueOf(order.at("/promises/1/explanation/zh")).startsWith("供货重新计划"));
    }

    @Test
    void intake_after_publication_quotes_the_planned_window_and_the_next_run_confirms_it() {
        Opening opening = waitlisted("pro,2027-01-04,1", "pro,2027-01-11,1", "pro,2027-01-18,1");
        opening.held("ann", "pro");
        publish(opening, run(opening)).is(200);
        String quoted = String.valueOf(opening.look().at("/offers/0/promise/from"));
        assertEquals("2027-01-11", quoted);
        assertEquals(quoted, opening.order("bob", "pro").is(201).at("/promise/from"));
        assertEquals("2027-01-18", opening.order("cid", "pro").is(201).at("/promise/from"));
        Reply next = ask(opening, Map.of()).is(201);
        assertEquals(2, next.number("/report/confirmation/quoted"));
        assertEquals(2, next.number("/report/confirmation/confirmed"));
        assertEquals(0, next.number("/report/moves/total"));
    }

    @Test
    void of_two_planners_the_second_is_shown_what_changed_and_a_fresh_run() {
        Opening opening = waitlisted("pro,2027-01-04,1");
        opening.held("ann", "pro");
        publish(opening, run(opening)).is(200);
        opening.supplied("pro,2027-01-18,1");
        long one = run(opening);
        long other = run(opening);
        publish(opening, one).is(200);
        Reply stale = publish(opening, other).refused(409, "plan_stale");
        assertEquals("publication", stale.at("/changed"));
        assertEquals(1, stale.number("/difference/onlyBefore"));
        assertEquals(0, stale.number("/fresh/report/moves/total"));
        publish(opening, stale.number("/fresh/run")).is(200);
    }

    @Test
    void a_preview_before_a_supply_event_that_moves_others_is_stale() {
        Opening opening = waitlisted("pro,2027-01-04,1");
        String order = opening.held("ann", "pro");
        publish(opening, run(opening)).is(200);
        opening.supplied("pro,2027-01-18,1");
        long looked = run(opening);
        opening.supplied("pro,2027-02-01,1");
        Reply stale = publish(opening, looked).refused(409, "plan_stale");
        assertEquals("supply", stale.at("/changed"));
        assertEquals(1, stale.number("/difference/otherwise"));
        assertEquals("2027-01-04", opening.order(order).at("/promise/from"));
    }

    @Test
    void an_earlier_plan_is_published_again_as_a_run_of_its_own() {
        Opening opening = waitlisted("pro,2027-01-04,2");
        String order = opening.held("ann", "pro");
        long first = run(opening);
        publish(opening, first).is(200);
        opening.supplied("pro,2027-02-01,2");
        publish(opening, run(opening)).is(200);
        assertEquals("2027-02-01", opening.order(order).at("/promise/from"));
        String later = opening.held("bob", "pro");
        Reply again = publish(opening, first).is(200);
        assertEquals(first, again.number("/republishes"));
        assertEquals("2027-01-04", opening.order(order).at("/promise/from"));
        assertEquals("2027-02-01", opening.order(later).at("/promise/from"), "who came later keeps theirs");
        assertEquals(
                "SUPERSEDED",
                server.get(opening.operatorPath("/plans/" + first))
                        .byOperator()
                        .send()
                        .at("/state"));
    }

    @Test
    void a_supply_cut_to_nothing_takes_every_window_and_a_plan_that_reaches_nobody_says_so() {
        Opening opening = waitlisted("pro,2027-01-04,2");
        String order = opening.held("ann", "pro");
        publish(opening, run(opening)).is(200);
        opening.supplied("pro,2027-01-04,0");
        Reply cut = ask(opening, Map.of()).is(201);
        assertEquals(1, cut.number("/report/moves/lost"));
        assertEquals(1, cut.number("/report/figures/beyondHorizon"));
        assertEquals(1, publish(opening, cut.number("/run")).is(200).number("/published/lost"));
        assertNull(opening.order(order).at("/promise"));
        assertNull(opening.order("bob", "pro").is(201).at("/promise"));
    }

    @Test
    void whoever_has_a_unit_keeps_the_window_whatever_a_plan_finds() {
        Opening opening = waitlisted("pro,2027-01-04,2");
        String owned = opening.placed("ann", "pro");
        opening.act("ann", owned, "lock").is(200);
        String waiting = opening.held("bob", "pro");
        publish(opening, run(opening)).is(200);
        server.deliver(owned);
        opening.supplied("pro,2027-01-04,0");
        Reply cut = ask(opening, Map.of()).is(201);
        assertEquals(1, cut.number("/report/moves/lost"));
        assertEquals(1, publish(opening, cut.number("/run")).is(200).number("/published/lost"));
        assertEquals("2027-01-04", opening.order(owned).at("/promise/from"));
        assertNull(opening.order(waiting).at("/promise"));
    }

    @Test
    void a_planner_asks_what_if_and_sees_scenarios_side_by_side() {
        Opening opening = waitlisted("pro,2027-01-04,1");
        opening.held("ann", "pro");
        Map<String, Object> slip = Map.of("kind", "slip", "component", "pro", "weeks", 3);
        Map<String, Object> close = Map.of("kind", "close", "configuration", "pro");
        Reply compared = server.post(opening.operatorPath("/what-if"))
                .by("paula", "planner")
                .json(Map.of(
                        "scenarios",
                        List.of(
                                Map.of("name", "slip", "changes", List.of(slip)),
                                Map.of("name", "close", "changes", List.of(close)))))
                .send()
                .is(200);
        assertEquals(0, compared.number("/asIs/moved"));
        assertEquals(1, compared.number("/scenarios/0/later"));
        assertEquals(3, compared.number("/scenarios/0/byWeeks/0/weeks"));
        assertEquals(1, compared.number("/scenarios/1/lost"));
    }

    @Test
    void an_order_is_explained_in_numbers_and_a_fan_sees_what_else_comes_sooner() {
        Opening opening = waitlisted("pro,2027-01-04,1", "pro,2027-03-01,1", "max,2027-01-18,1");
        opening.held("ann", "pro");
        String order = opening.held("bob", "pro");
        long run = run(opening);
        Reply why = server.get(opening.operatorPath("/plans/" + run + "/orders/" + order))
                .byOperator()
                .send()
                .is(200);
        assertEquals(2, why.number("/rank"));
        assertEquals("2027-03-01", why.at("/told"));
        assertEquals("pro", why.at("/earlier/0/name"));
        assertTrue(why.number("/earlier/0/weeks") >= 1);
        Reply others = server.get("/api/v1/orders/" + order + "/alternatives")
                .by("bob")
                .send()
                .is(200);
        assertEquals("max", others.at("/alternatives/0/offer"));
        assertEquals(-6, others.number("/alternatives/0/weeks"));
    }
}
