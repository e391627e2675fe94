package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How an order ends or becomes binding: cancelling, locking, and what the clock does by itself.
@ExtendWith(RunningServer.Shared.class)
class LeavingContractTest {
    private static final long DUE = Opening.PRO_DEPOSIT;

    private final RunningServer server;
    private final Opening opening;

    LeavingContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,1", "pro,2027-01-11,1");
    }

    @Test
    void a_held_order_cancels_freely_and_frees_its_unit_for_the_next() {
        opening.held("bob", "pro");
        String id = opening.held("ann", "pro");
        opening.order("cid", "pro").refused(409, "sold_out");
        assertEquals("CANCELLED", opening.act("ann", id, "cancel").is(200).at("/state"));
        assertEquals(1, opening.look().number("/offers/0/remaining"));
        Reply next = opening.order("cid", "pro").is(201);
        assertEquals(3, next.number("/position"));
        assertEquals(2, next.number("/rank"));
        assertEquals("2027-01-11", next.at("/promise/from"));
        assertEquals(Map.of(), Ledger.ofOrder(server, id));
    }

    @Test
    void a_release_does_not_let_the_next_buyer_overtake() {
        String first = opening.held("ann", "pro");
        Reply second = opening.order("bob", "pro").is(201);
        opening.act("ann", first, "cancel").is(200);
        Reply next = opening.order("cid", "pro").is(201);
        assertEquals(2, next.number("/rank"));
        assertEquals(second.at("/promise/from"), next.at("/promise/from"), "not before the last window given");
        Reply moved = opening.order(String.valueOf(second.at("/id")));
        assertEquals(1, moved.node("/promises").size(), "windows given move only when a plan is published");
        assertEquals(2, moved.number("/rank"), "a rank is told as it was given");
    }

    @Test
    void a_placed_order_cancels_with_its_deposit_given_back() {
        String id = opening.placed("ann", "pro");
        assertEquals("CANCELLED", opening.act("ann", id, "cancel").is(200).at("/state"));
        Reply order = opening.order(id);
        assertEquals(DUE, order.number("/refund/amount/amount"));
        assertEquals("cancelled", order.at("/refund/cause"));
        assertEquals(Ledger.of("GIVEN_BACK", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void a_locked_order_says_first_that_its_deposit_is_lost() {
        String id = opening.locked("ann", "pro");
        opening.act("ann", id, "cancel").refused(409, "confirm_forfeit");
        opening.act("ann", id, "cancel", Map.of("forfeit", false)).refused(409, "confirm_forfeit");
        assertEquals("LOCKED", opening.state(id));
        opening.act("ann", id, "cancel", Map.of("forfeit", true)).is(200);
        Reply order = opening.order(id);
        assertEquals(
                "[HELD, PLACED, LOCKED, CANCELLED]",
                order.each("/states", "state").toString());
        assertEquals(null, order.at("/refund"));
        assertEquals(Ledger.of("FORFEITED", DUE), Ledger.ofOrder(server, id));
        opening.order("bob", "pro").is(201);
    }

    @Test
    void an_order_that_has_ended_does_not_end_again() {
        String id = opening.held("ann", "pro");
        opening.act("ann", id, "cancel").is(200);
        assertEquals(
                "CANCELLED",
                opening.act("ann", id, "cancel").refused(409, "wrong_state").at("/state"));
        opening.act("ann", id, "lock").refused(409, "wrong_state");
        opening.change("ann", id, "max").refused(409, "wrong_state");
    }

    @Test
    void only_a_placed_order_can_be_locked() {
        String id = opening.held("ann", "pro");
        opening.act("ann", id, "lock").refused(409, "wrong_state");
        opening.pay(id, DUE).is(204);
        assertEquals("LOCKED", opening.act("ann", id, "lock").is(200).at("/state"));
        opening.act("ann", id, "lock").refused(409, "wrong_state");
        opening.change("ann", id, "max").refused(409, "wrong_state");
        Reply line = opening.line();
        assertEquals(1, line.number("/locked"));
        assertEquals(1, line.number("/byOffer/0/locked"));
    }

    @Test
    void an_order_whose_terms_were_accepted_locks_by_itself() {
        Opening terms = Opening.with(server, "termsVersion", "v1").supplied("pro,2027-01-04,2");
        Reply order = terms.wish("ann", Map.of("offer", "pro", "acceptTerms", "v1"))
                .send()
                .is(201);
        String id = String.valueOf(order.at("/id"));
        terms.pay(id, DUE).is(204);
        terms.later(Duration.ofDays(7).minusSeconds(1));
        assertEquals("PLACED", terms.state(id));
        terms.later(Duration.ofSeconds(1));
        Reply locked = terms.order(id);
        assertEquals("LOCKED", locked.at("/state"));
        assertEquals("clock", locked.at("/states/2/actor"));
        assertEquals("lock_time_reached", locked.at("/states/2/cause"));
    }

    @Test
    void an_order_without_accepted_terms_is_asked_and_not_locked() {
        String id = opening.placed("ann", "pro");
        opening.later(Duration.ofDays(8));
        Reply asked = opening.order(id);
        assertEquals("PLACED", asked.at("/state"));
        assertTrue(asked.each("/states", "cause").contains("lock_asked"), asked.text());
        opening.later(Duration.ofDays(8));
        assertEquals(asked.node("/states"), opening.order(id).node("/states"), "asked once");
        opening.act("ann", id, "lock").is(200);
    }

    @Test
    void an_unpaid_hold_ends_in_time_and_says_so() {
        String id = opening.held("ann", "pro");
        opening.held("bob", "pro");
        opening.later(Opening.PAY_WITHIN);
        Reply order = opening.order(id);
        assertEquals("EXPIRED", order.at("/state"));
        assertEquals("hold_ran_out", order.at("/states/1/cause"));
        assertEquals("clock", order.at("/states/1/actor"));
        Reply line = opening.line();
        assertEquals(2, line.number("/positions"));
        assertEquals(0, line.number("/held"));
        opening.order("ann", "pro").is(201);
    }

    @Test
    void the_server_lets_holds_end_without_being_asked() throws InterruptedException {
        String id = opening.held("ann", "pro");
        server.clock().forward(Opening.PAY_WITHIN);
        for (int i = 0; i < 100 && !"EXPIRED".equals(opening.state(id)); i++) {
            Thread.sleep(100);
        }
        assertEquals("EXPIRED", opening.state(id));
    }

    @Test
    void a_shorter_time_to_pay_takes_nothing_from_those_who_hold() {
        String first = opening.held("ann", "pro");
        opening.set("payWithin", "PT1M");
        opening.define().is(200);
        String second = opening.held("bob", "pro");
        opening.later(Duration.ofMinutes(14));
        assertEquals("HELD", opening.state(first));
        opening.later(Duration.ofMinutes(1));
        assertEquals("EXPIRED", opening.state(first));
        assertEquals("EXPIRED", opening.state(second));
    }

    @Test
    void a_clock_that_jumps_back_takes_nothing_back() {
        String id = opening.held("ann", "pro");
        opening.later(Opening.PAY_WITHIN);
        assertEquals("EXPIRED", opening.state(id));
        server.clock().forward(Duration.ofHours(-1));
        try {
            Reply order = opening.order("bob", "pro").is(201);
            Reply history = opening.order(String.valueOf(order.at("/id")));
            String expired = String.valueOf(opening.order(id).at("/states/1/at"));
            assertTrue(String.valueOf(history.at("/heldAt")).compareTo(expired) >= 0, "dated behind what came before");
            opening.pay(id, DUE).is(204);
            assertEquals("OPEN", opening.look().at("/state"));
        } finally {
            server.clock().forward(Duration.ofHours(1));
        }
    }
}
