package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        return server.post(opening.operatorPath("/plans"))
                .by("paula", "planner")
                .json(wish)
                .send();
    }

    private Reply publish(Opening opening, long run) {
        return server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("paula", "planner")
                .send();
    }

    @Test
    void a_preview_says_who_would_move_and_moves_nobody() {
        Opening opening = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1");
        String first = opening.held("ann", "pro");
        String waiting = opening.held("bob", "pro");
        Reply preview = ask(opening, Map.of()).is(201);
        assertEquals("PREVIEW", preview.at("/state"));
        assertEquals(2, preview.number("/inputs/orders"));
        assertEquals(0, preview.number("/report/moves/total"));
        assertEquals("2027-01-04", opening.order(first).at("/promise/from"));
        assertNull(opening.order(waiting).at("/promise"));
        assertTrue(String.valueOf(preview.at("/inputs/resultHash")).startsWith("sha256:"));
    }

    @Test
    void a_published_plan_is_what_orders_are_promised_and_the_first_promise_stays() {
        Opening opening =
                Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1", "pro,2027-01-11,1");
        String first = opening.held("ann", "pro");
        String second = opening.held("bob", "pro");
        Reply preview = ask(opening, Map.of()).is(201);
        publish(opening, preview.number("/run")).is(200);
        Reply upload = opening.supply("pro,2027-01-18,2").is(200);
        assertEquals("with_the_next_plan", upload.at("/takesEffect"));
        assertEquals("2027-01-04", opening.order(first).at("/promise/from"), "no plan was published since");
        Reply next = ask(opening, Map.of()).is(201);
        assertEquals(2, next.number("/report/moves/later"));
        Reply published = publish(opening, next.number("/run")).is(200);
        assertEquals(2, published.number("/published/later"));
        Reply order = opening.order(second);
        assertEquals("2027-01-18", order.at("/promise/from"));
        assertEquals("2027-01-11", order.at("/firstPromise/from"));
    }
}
