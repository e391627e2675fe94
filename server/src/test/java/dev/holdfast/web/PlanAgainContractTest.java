package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// An earlier plan published again weeks after it was in force. It begins on Friday, 20 November 2026.
@ExtendWith(RunningServer.Shared.class)
class PlanAgainContractTest {
    private final RunningServer server;
    private final Instant before;
    private final Opening opening;
    private final String first;
    private final String second;
    private final long early;

    /// The first plan had a unit in each of two January weeks; the second, in force, has both in February.
    PlanAgainContractTest(RunningServer server) {
        this.server = server;
        this.before = server.clock().instant();
        this.opening =
                Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1", "pro,2027-01-11,2");
        this.first = opening.placed("ann", "pro");
        this.second = opening.placed("bob", "pro");
        this.early = run();
        publish(early).is(200);
        opening.supplied("pro,2027-02-01,3");
        publish(run()).is(200);
        assertEquals("2027-02-01", from(first));
    }

    @AfterEach
    void back() {
        server.clock().set(before);
    }

    @Test
    void a_window_that_is_still_to_come_is_given_again() {
        server.clock().set(Instant.parse("2027-01-06T12:00:00Z"));
        Reply again = publish(early).is(200);
        assertEquals(2, again.number("/published/earlier"));
        assertEquals("2027-01-04", from(first));
        assertEquals("2027-01-11", from(second));
        assertEquals("2027-01-11", from(opening.placed("cyd", "pro")), "the next takes what that plan has left");
    }

    @Test
    void a_window_of_a_week_gone_by_is_given_again_as_this_week() {
        server.clock().set(Instant.parse("2027-01-20T12:00:00Z"));
        publish(early).is(200);
        assertEquals(List.of("2027-01-18", "2027-01-18"), List.of(from(first), from(second)));
        assertEquals("2027-01-18", from(opening.placed("cyd", "pro")));
        assertEquals("none", from(opening.placed("dan", "pro")), "that plan had three units and no more");
    }

    @Test
    void a_plan_of_today_after_it_starts_from_today_and_from_what_is_known_today() {
        server.clock().set(Instant.parse("2027-01-20T12:00:00Z"));
        publish(early).is(200);
        Reply now = plan(run());
        assertEquals("2027-01-18", now.at("/inputs/start"));
        assertEquals(2, now.number("/report/moves/later"), "their units come in February, whatever was said again");
        publish(now.number("/run")).is(200);
        assertEquals(List.of("2027-02-01", "2027-02-01"), List.of(from(first), from(second)));
    }

    /// What it was published with is what it is held against: its odds are there, from what is known today.
    @Test
    void it_has_odds_and_metrics_of_its_own() {
        server.clock().set(Instant.parse("2027-01-20T12:00:00Z"));
        publish(early).is(200);
        opening.awaitOdds();
        assertNotNull(opening.order(first).at("/odds/p90/from"));
        Reply metrics =
                server.get(opening.operatorPath("/metrics")).byOperator().send().is(200);
        assertEquals(3, metrics.node("/runs").size());
        assertEquals("1.0", String.valueOf(metrics.at("/runs/2/churn/current")), "both came forward");
        assertEquals(0, metrics.number("/runs/2/frozenViolations"));
    }

    private Reply plan(long run) {
        return server.get(opening.operatorPath("/plans/" + run))
                .byOperator()
                .send()
                .is(200);
    }

    private String from(String order) {
        return String.valueOf(opening.order(order).node("/promise/from").asString("none"));
    }

    private long run() {
        return server.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(Map.of())
                .send()
                .is(201)
                .number("/run");
    }

    private Reply publish(long run) {
        return server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("paula", "planner")
                .send();
    }
}
