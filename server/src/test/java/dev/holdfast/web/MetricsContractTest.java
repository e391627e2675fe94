package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How well promises are kept, over real HTTP and from real rows.
@ExtendWith(RunningServer.Shared.class)
class MetricsContractTest {
    private final RunningServer server;

    MetricsContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void a_supply_that_slips_shows_in_the_metrics_and_the_first_promise_is_not_forgotten() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,2");
        opening.held("one", "pro");
        opening.held("two", "pro");
        Reply before = metrics(opening);
        assertEquals(2, before.number("/orders"));
        assertEquals(0, before.number("/stability/maxSlipWeeks"));
        assertNull(before.at("/onTimeInFull/original"), "nothing was delivered yet");

        opening.supplied("pro,2027-01-04,1", "pro,2027-01-25,1");

        Reply after = metrics(opening);
        assertEquals(3, after.number("/stability/maxSlipWeeks"));
        assertEquals("0.5", String.valueOf(after.at("/stability/revisionsPerOrder")));
        assertEquals(0, after.number("/fairness/overtakes"));
        assertEquals(0, after.number("/waiting"));
    }

    @Test
    void what_cannot_be_known_yet_is_null_and_says_why() {
        Reply metrics = metrics(Opening.on(server));
        assertNull(metrics.at("/onTimeInFull/current"));
        assertNull(metrics.at("/mix/original"));
        Map<String, String> unknown = unknown(metrics);
        assertEquals("nothing_delivered", unknown.get("onTimeInFull.current"));
        assertEquals("nothing_delivered", unknown.get("windows.original.likelyPinball"));
        assertEquals("no_run", unknown.get("runs"));
        assertEquals("no_run", unknown.get("mix.original"));
        assertEquals("nothing_due", unknown.get("suppliers"));
        assertEquals("nothing_forecast", unknown.get("forecast.wape.current"));
    }

    /// The first plan builds two pro; after a cut and another order the second builds one of each.
    @Test
    void every_published_run_is_held_against_the_first_plan_and_the_one_before() {
        Opening opening =
                Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,2", "max,2027-01-04,1");
        opening.held("one", "pro");
        opening.held("two", "pro");
        publish(opening);
        opening.supplied("pro,2027-01-04,1", "pro,2027-01-25,1", "max,2027-01-04,1");
        opening.held("three", "max");
        publish(opening);

        Reply metrics = metrics(opening);

        assertEquals(2, metrics.node("/runs").size());
        assertNull(metrics.at("/runs/0/instability/original"), "there was none before it");
        assertEquals(
                "1.5",
                String.valueOf(metrics.at("/runs/1/instability/original")),
                "one left a week and came to another, one is new; of two");
        assertEquals("0.333333", String.valueOf(metrics.at("/runs/1/churn/current")));
        assertEquals(0, metrics.number("/runs/1/frozenViolations"));
        assertEquals(0, metrics.number("/runs/1/envy"));
        assertEquals(3, metrics.number("/runs/1/latenessWeeks"));
        assertEquals("0.0", String.valueOf(metrics.at("/runs/1/priceOfFairness")), "no plan has fewer");
        assertEquals("0.333333", String.valueOf(metrics.at("/mix/original")), "a third want what was not planned");
        assertEquals("0.0", String.valueOf(metrics.at("/mix/current")));
    }

    private static Map<String, String> unknown(Reply metrics) {
        Map<String, String> unknown = new HashMap<>();
        metrics.node("/unknown")
                .forEach(one -> unknown.put(
                        one.get("metric").stringValue(), one.get("reason").stringValue()));
        return unknown;
    }

    private void publish(Opening opening) {
        long run = server.post(opening.operatorPath("/plans?wait=60"))
                .byOperator()
                .json(Map.of())
                .send()
                .is(201)
                .number("/run");
        server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .byOperator()
                .send()
                .is(200);
    }

    private Reply metrics(Opening opening) {
        return server.get(opening.operatorPath("/metrics")).byOperator().send().is(200);
    }
}
