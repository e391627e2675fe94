package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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

    private Reply metrics(Opening opening) {
        return server.get(opening.operatorPath("/metrics")).byOperator().send().is(200);
    }
}
