package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan that one instance computed and another publishes, which computes it again from what was kept; and
/// orders that left their place in line between the two. Both offers need a battery, which is all that is short.
@ExtendWith(RunningServer.Shared.class)
class PlanElsewhereTest {
    private final RunningServer here;
    private final RunningServer there;

    PlanElsewhereTest(RunningServer server) {
        this.here = server;
        this.there = server.another();
    }

    @AfterEach
    void close() {
        there.close();
    }

    private Opening opened(Object... terms) {
        Opening opening = Opening.with(here, terms);
        master(opening, "bom", "parent,child,quantity,leadTimeWeeks\npro,battery,1,0\nmax,battery,1,0\n");
        return opening;
    }

    private void master(Opening opening, String file, String csv) {
        here.put(opening.operatorPath("/master/" + file))
                .by("paula", "planner")
                .body("text/csv", csv)
                .send()
                .is(200);
    }

    private void batteries(Opening opening, String... rows) {
        here.post(opening.operatorPath("/supply-events?source=portal"))
                .by("paula", "planner")
                .body("text/csv", "commitment,component,quantity,week,status\n" + String.join("\n", rows) + "\n")
                .send()
                .is(200);
    }

    private long preview(Opening opening) {
        return here.post(opening.operatorPath("/plans?wait=60"))
                .by("paula", "planner")
                .json(Map.of("frontier", false))
                .send()
                .is(201)
                .number("/run");
    }

    private Reply publish(RunningServer server, Opening opening, long run) {
        return server.post(opening.operatorPath("/plans/" + run + "/publish"))
                .by("paula", "planner")
                .send()
                .is(200);
    }

    private static String from(Reply order) {
        return order.node("/promise/from").asString("none");
    }

    /// Two batteries in January, of which one slips to February under whoever is second in line.
    private long slip(Opening opening) {
        batteries(opening, "PO-1,battery,1,2027-01-04,committed", "PO-2,battery,1,2027-02-01,committed");
        return preview(opening);
    }

    private Opening inJanuary(Object... terms) {
        Opening opening = opened(terms);
        batteries(opening, "PO-1,battery,1,2027-01-04,committed", "PO-2,battery,1,2027-01-04,committed");
        publish(here, opening, preview(opening));
        return opening;
    }

    /// What the plan has left for the other offer once one battery is taken and one was given back: February's.
    private void februaryIsLeft(Opening opening) {
        for (RunningServer server : List.of(here, there)) {
            Reply look = opening.through(server).look();
            assertEquals("2027-02-01", look.node("/offers/1/promise/from").asString("none"));
        }
        assertEquals("2027-02-01", from(opening.order("cyd", "max").is(201)));
        opening.order("dan", "max").refused(409, "sold_out");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_was_to_move_and_cancelled_gives_back_the_week_that_the_plan_had_for_them(boolean elsewhere) {
        Opening opening = inJanuary();
        String first = opening.placed("ann", "pro");
        String second = opening.placed("bob", "pro");
        assertEquals("2027-01-04", from(opening.order(second)));
        long run = slip(opening);
        opening.act("bob", second, "cancel").is(200);
        publish(elsewhere ? there : here, opening, run);
        assertEquals("2027-01-04", from(opening.order(first)));
        februaryIsLeft(opening);
    }

    @Test
    void who_was_to_move_and_did_not_pay_gives_it_back() {
        Opening opening = inJanuary();
        opening.placed("ann", "pro");
        String second = opening.held("bob", "pro");
        long run = slip(opening);
        opening.later(Opening.PAY_WITHIN.plusSeconds(1));
        assertEquals("EXPIRED", opening.state(second));
        publish(there, opening, run);
        februaryIsLeft(opening);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_was_to_move_and_changed_the_offer_is_last_in_the_new_one(boolean keepsPosition) {
        Opening opening = inJanuary("changeKeepsPosition", keepsPosition);
        opening.placed("ann", "pro");
        String second = opening.placed("bob", "pro");
        long run = slip(opening);
        opening.change("bob", second, "max").is(200);
        publish(there, opening, run);
        assertEquals("2027-02-01", from(opening.order(second)));
        opening.order("dan", "max").refused(409, "sold_out");
        opening.act("bob", second, "cancel").is(200);
        februaryIsLeft(opening);
    }

    @Test
    void who_changed_before_the_plan_and_took_a_new_position_is_still_known_to_it() {
        Opening opening = inJanuary("changeKeepsPosition", false);
        opening.placed("ann", "pro");
        String second = opening.placed("bob", "max");
        opening.change("bob", second, "pro").is(200);
        long run = slip(opening);
        Reply why = here.get(opening.operatorPath("/plans/" + run + "/orders/" + second))
                .byOperator()
                .send()
                .is(200);
        assertEquals("2027-02-01", why.at("/told"));
        assertEquals(3, why.number("/position"));
        opening.act("bob", second, "cancel").is(200);
        publish(there, opening, run);
        februaryIsLeft(opening);
    }
}
