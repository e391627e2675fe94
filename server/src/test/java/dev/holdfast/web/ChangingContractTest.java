package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How an order changes its configuration.
@ExtendWith(RunningServer.Shared.class)
class ChangingContractTest {
    private static final String[] SUPPLY = {"pro,2027-01-04,2", "max,2027-02-01,1", "max,2027-02-08,1"};

    private final RunningServer server;
    private final Opening opening;

    ChangingContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied(SUPPLY);
    }

    private Reply preview(String member, String id, String offer) {
        return server.post("/api/v1/orders/" + id + "/change?preview=true")
                .by(member)
                .json(Map.of("offer", offer))
                .send();
    }

    @Test
    void a_preview_says_what_a_change_then_gives_and_changes_nothing() {
        opening.held("bob", "max");
        String id = opening.held("ann", "pro");
        Reply before = opening.order(id);
        String line = opening.line().text();
        Reply preview = preview("ann", id, "max").is(200);
        assertEquals("max", preview.at("/offer"));
        assertEquals("2027-02-08", preview.at("/promise/from"));
        assertEquals(2, preview.number("/rank"));
        assertEquals(before.json(), opening.order(id).json());
        assertEquals(line, opening.line().text());
        Reply changed = opening.change("ann", id, "max").is(200);
        for (String field : new String[] {"/offer", "/promise", "/rank", "/price", "/position"}) {
            assertEquals(preview.at(field), changed.at(field), field);
        }
    }

    @Test
    void a_changed_order_enters_last_and_keeps_its_number() {
        String id = opening.held("ann", "pro");
        opening.held("bob", "max");
        Reply changed = opening.change("ann", id, "max").is(200);
        assertEquals(1, changed.number("/position"));
        assertEquals(2, changed.number("/rank"));
        assertEquals("2027-02-08", changed.at("/promise/from"));
        assertEquals("2027-01-04", changed.at("/firstPromise/from"));
        Reply history = opening.order(id);
        assertEquals("changed", history.at("/promises/1/reason"));
        assertEquals(2, history.node("/promises").size());
        opening.order("cid", "max").refused(409, "sold_out");
        assertEquals(2, opening.look().number("/offers/0/remaining"), "its old unit is free");
    }

    @Test
    void where_a_change_costs_the_position_it_takes_the_next_one() {
        Opening strict = Opening.with(server, "changeKeepsPosition", false).supplied(SUPPLY);
        String id = strict.held("ann", "pro");
        strict.held("bob", "max");
        assertEquals(3, strict.change("ann", id, "max").is(200).number("/position"));
        assertEquals(3, strict.line().number("/positions"));
        assertEquals("[2, 3]", strict.page("").each("/orders", "position").toString());
        assertEquals(4, strict.order("cid", "pro").is(201).number("/position"));
        strict.pay(id, Opening.MAX_DEPOSIT).is(204);
        assertEquals("PLACED", strict.state(id));
    }

    @Test
    void where_a_change_costs_the_position_nobody_elses_hold_ends_early() {
        Opening strict = Opening.with(server, "changeKeepsPosition", false).supplied(SUPPLY);
        String moved = strict.held("ann", "pro");
        strict.later(Duration.ofMinutes(10));
        String later = strict.held("bob", "pro");
        strict.change("ann", moved, "max").is(200);
        strict.later(Duration.ofMinutes(5));
        assertEquals("HELD", strict.state(later), "bob has ten minutes left");
        strict.later(Duration.ofMinutes(10));
        assertEquals("EXPIRED", strict.state(later));
        assertEquals("EXPIRED", strict.state(moved));
    }

    @Test
    void a_hold_that_is_changed_pays_the_new_deposit() {
        String id = opening.held("ann", "pro");
        assertEquals(
                Opening.MAX_DEPOSIT, opening.change("ann", id, "max").is(200).number("/deposit/amount"));
        opening.pay(id, Opening.PRO_DEPOSIT).is(202);
        opening.pay(id, Opening.MAX_DEPOSIT).is(204);
        assertEquals("PLACED", opening.state(id));
    }

    @Test
    void a_paid_order_keeps_the_deposit_it_paid() {
        String id = opening.placed("ann", "pro");
        Reply changed = opening.change("ann", id, "max").is(200);
        assertEquals("PLACED", changed.at("/state"));
        assertEquals(Opening.PRO_DEPOSIT, changed.number("/deposit/amount"));
        assertEquals(32_990_000, changed.number("/price/amount"));
        opening.act("ann", id, "cancel").is(200);
        assertEquals(Ledger.of("GIVEN_BACK", Opening.PRO_DEPOSIT), Ledger.ofOrder(server, id));
    }

    @Test
    void a_change_to_the_same_offer_changes_nothing() {
        String id = opening.held("ann", "pro");
        opening.held("bob", "pro");
        assertEquals(1, opening.change("ann", id, "pro").is(200).number("/rank"));
        assertEquals(1, opening.order(id).node("/promises").size());
    }

    @Test
    void a_change_to_what_is_sold_out_or_unknown_is_refused() {
        String id = opening.held("ann", "pro");
        opening.held("bob", "max");
        opening.held("cid", "max");
        opening.change("ann", id, "max").refused(409, "sold_out");
        preview("ann", id, "max").refused(409, "sold_out");
        opening.change("ann", id, "none").refused(422, "unknown_offer");
        assertEquals("pro", opening.order(id).at("/offer"));
    }

    @Test
    void a_change_back_enters_last_again() {
        String id = opening.held("ann", "pro");
        opening.held("bob", "pro");
        opening.change("ann", id, "max").is(200);
        assertEquals(2, opening.change("ann", id, "pro").is(200).number("/rank"));
    }

    @Test
    void a_misspelt_preview_is_refused_rather_than_carried_out() {
        String id = opening.held("ann", "pro");
        server.post("/api/v1/orders/" + id + "/change?preview=1")
                .by("ann")
                .json(Map.of("offer", "max"))
                .send()
                .refused(422, "invalid_parameter");
        assertEquals("pro", opening.order(id).at("/offer"));
    }
}
