package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How a fan gets into the line, and what the same key says afterwards.
@ExtendWith(RunningServer.Shared.class)
class PlacingContractTest {
    private static final Map<String, Object> PRO = Map.of("offer", "pro");

    private final RunningServer server;

    PlacingContractTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void an_order_is_answered_with_its_place_and_its_promise() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1", "pro,2027-01-11,1");
        opening.order("ann", "pro").is(201);
        Reply reply = opening.wish("bob", Map.of("offer", "pro", "region", "south"))
                .send()
                .is(201);
        assertEquals(opening.slug, reply.at("/launch"));
        assertEquals("pro", reply.at("/offer"));
        assertEquals("south", reply.at("/region"));
        assertEquals(2, reply.number("/position"));
        assertEquals(2, reply.number("/rank"));
        assertEquals("HELD", reply.at("/state"));
        assertEquals("2027-01-25", reply.at("/promise/from"), "two weeks of transit later");
        assertEquals("2027-01-31", reply.at("/promise/to"), "a Sunday");
        assertEquals(Opening.PRO_DEPOSIT, reply.number("/deposit/amount"));
        assertEquals("CNY", reply.at("/deposit/currency"));
        assertEquals(server.clock().instant().plus(Opening.PAY_WITHIN).toString(), reply.at("/payBefore"));
        assertEquals("/api/v1/orders/" + reply.at("/id"), reply.header("Location"));
    }

    @Test
    void without_a_region_the_first_one_is_meant() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        assertEquals("north", opening.order("ann", "pro").is(201).at("/region"));
    }

    @Test
    void a_launch_without_regions_gives_none() {
        Opening opening = Opening.with(server, "regions", null).supplied("pro,2027-01-04,2");
        assertEquals(null, opening.order("ann", "pro").is(201).at("/region"));
        opening.wish("bob", Map.of("offer", "pro", "region", "north")).send().refused(422, "unknown_region");
    }

    @Test
    void the_window_seen_before_is_the_window_given() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1", "pro,2027-03-01,1");
        for (String member : new String[] {"ann", "bob"}) {
            Reply seen = opening.look();
            String south = seen.at("/offers/0/promises/south/from");
            assertEquals(seen.at("/offers/0/promise/from"), seen.at("/offers/0/promises/north/from"));
            Reply given = opening.wish(member, Map.of("offer", "pro", "region", "south"))
                    .send();
            assertEquals(south, given.is(201).at("/promise/from"));
        }
    }

    @Test
    void the_same_key_gets_the_first_answer_whatever_became_of_the_order() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1", "max,2027-02-01,1");
        Reply first = opening.wish("ann", "k", PRO).send().is(201);
        String id = String.valueOf(first.at("/id"));
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        opening.change("ann", id, "max").is(200);
        assertReplay(first, opening.wish("ann", "k", PRO).send());
        opening.act("ann", id, "lock").is(200);
        opening.act("ann", id, "cancel", Map.of("forfeit", true)).is(200);
        opening.operator("close").is(200);
        assertReplay(first, opening.wish("ann", "k", PRO).send());
    }

    private static void assertReplay(Reply first, Reply replay) {
        replay.is(200);
        assertEquals("true", replay.header("Idempotent-Replay"));
        assertEquals(first.json(), replay.json());
    }

    @Test
    void the_first_answer_is_no_replay() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        assertEquals("", opening.wish("ann", "k", PRO).send().is(201).header("Idempotent-Replay"));
    }

    @Test
    void a_body_that_says_the_same_in_other_words_is_the_same() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,2");
        opening.wish("ann", "k", Map.of("offer", "pro", "channel", "app"))
                .send()
                .is(201);
        server.post("/api/v1/launches/" + opening.slug + "/orders")
                .by("ann")
                .key("k")
                .body("application/json", " { \"channel\" : \"app\", \"store\": null, \"offer\": \"pr\\u006f\" } ")
                .send()
                .is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "store", "channel", "referral", "acceptTerms"})
    void the_same_key_with_another_body_is_refused(String field) {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,2");
        opening.wish("ann", "k", PRO).send().is(201);
        opening.wish("ann", "k", Map.of("offer", "pro", field, "north")).send().refused(422, "idempotency_key_reused");
        opening.wish("ann", "k", Map.of("offer", "max")).send().refused(422, "idempotency_key_reused");
    }

    @Test
    void a_key_belongs_to_member_and_launch() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,3");
        Opening other = Opening.on(server).supplied("max,2027-01-04,3");
        opening.wish("ann", "k", PRO).send().is(201);
        opening.wish("bob", "k", PRO).send().is(201);
        other.wish("ann", "k", Map.of("offer", "max")).send().is(201);
    }

    @Test
    void refusals_are_not_remembered() {
        Opening opening = Opening.on(server);
        opening.wish("ann", "k", PRO).send().refused(409, "sold_out");
        opening.supplied("pro,2027-01-04,1");
        opening.wish("ann", "k", PRO).send().is(201);
    }

    @Test
    void who_comes_before_anything_is_planned_is_told_so() {
        Opening opening = Opening.on(server);
        assertTrue(String.valueOf(
                        opening.order("ann", "pro").refused(409, "sold_out").at("/detail"))
                .startsWith("No unit of 'pro' is planned yet"));
        opening.supplied("pro,2027-01-04,1");
        opening.order("ann", "pro").is(201);
        assertTrue(String.valueOf(
                        opening.order("bob", "pro").refused(409, "sold_out").at("/detail"))
                .startsWith("Every unit of 'pro' is taken"));
    }

    @Test
    void a_missing_key_and_one_of_other_characters_are_refused() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String path = "/api/v1/launches/" + opening.slug + "/orders";
        server.post(path).by("ann").json(PRO).send().refused(400, "idempotency_key_missing");
        for (String key : new String[] {"a b", "x".repeat(256), "\t"}) {
            Reply reply = opening.wish("ann", key, PRO).send();
            assertEquals(400, reply.status(), reply.text());
            assertTrue(String.valueOf(reply.at("/code")).startsWith("idempotency_key_"), reply.text());
        }
        opening.wish("ann", "!" + "~".repeat(254), PRO).send().is(201);
    }

    @Test
    void the_limit_counts_live_orders_and_names_one() {
        Opening opening = Opening.with(server, "limitPerMember", 2).supplied("pro,2027-01-04,9");
        String first = opening.held("ann", "pro");
        String second = opening.held("ann", "pro");
        Reply refused = opening.order("ann", "pro").refused(409, "member_limit_reached");
        String named = String.valueOf(refused.at("/order"));
        assertTrue(named.equals(first) || named.equals(second), refused.text());
        assertTrue(String.valueOf(refused.at("/detail")).contains(named), refused.text());
        opening.order("bob", "pro").is(201);
        opening.act("ann", first, "cancel").is(200);
        assertEquals(4, opening.order("ann", "pro").is(201).number("/position"), "a position is never reused");
    }

    @Test
    void terms_must_be_accepted_in_the_version_in_force() {
        Opening opening = Opening.with(server, "termsVersion", "2026-11").supplied("pro,2027-01-04,9");
        opening.order("ann", "pro").refused(409, "terms_not_accepted");
        opening.wish("ann", Map.of("offer", "pro", "acceptTerms", "2025-01"))
                .send()
                .refused(409, "terms_not_accepted");
        Reply order = opening.wish("ann", Map.of("offer", "pro", "acceptTerms", "2026-11"))
                .send()
                .is(201);
        assertEquals("2026-11", opening.order(String.valueOf(order.at("/id"))).at("/acceptedTerms"));
    }

    @Test
    void the_checks_run_in_the_order_of_the_contract() {
        Opening opening = Opening.with(server, "termsVersion", "v1").supplied("pro,2027-01-04,1");
        Map<String, Object> good = Map.of("offer", "pro", "acceptTerms", "v1");
        opening.wish("ann", "k", good).send().is(201);
        String path = "/api/v1/launches/" + opening.slug + "/orders";
        // Each request is wrong in everything that comes later, too.
        server.post(path).json(Map.of("colour", 1)).send().refused(401, "token_missing");
        server.post(path).by("ann").key("k").json(Map.of("colour", 1)).send().refused(422, "invalid_request");
        opening.operator("close").is(200);
        opening.wish("ann", "k", Map.of("offer", "none")).send().refused(422, "idempotency_key_reused");
        opening.wish("ann", Map.of("offer", "none", "region", "moon")).send().refused(409, "launch_not_open");
        opening.operator("open").is(200);
        opening.wish("ann", Map.of("offer", "none", "region", "moon")).send().refused(422, "unknown_offer");
        opening.wish("ann", Map.of("offer", "pro", "region", "moon")).send().refused(422, "unknown_region");
        opening.wish("ann", PRO).send().refused(409, "terms_not_accepted");
        opening.wish("ann", good).send().refused(409, "member_limit_reached");
        opening.wish("bob", good).send().refused(409, "sold_out");
    }

    @Test
    void an_order_holds_its_place_for_as_long_as_it_may_be_paid() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        String id = opening.held("ann", "pro");
        opening.later(Opening.PAY_WITHIN.minus(Duration.ofSeconds(1)));
        assertEquals("HELD", opening.state(id));
        opening.order("bob", "pro").refused(409, "sold_out");
        opening.later(Duration.ofSeconds(1));
        assertEquals("EXPIRED", opening.state(id));
        assertEquals(2, opening.order("bob", "pro").is(201).number("/position"));
    }

    @Test
    void nothing_is_lost_between_requests_with_odd_texts() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String odd = "fan \"quoted\" \\ 粉丝 \uD83D\uDE97 '; drop table";
        Map<String, Object> wish = Map.of("offer", "pro", "store", odd, "channel", odd, "referral", odd);
        Reply order = opening.wish(odd, "k" + UUID.randomUUID(), wish).send().is(201);
        Reply history =
                server.get("/api/v1/orders/" + order.at("/id")).by(odd).send().is(200);
        for (String field : new String[] {"/member", "/store", "/channel", "/referral"}) {
            assertEquals(odd, history.at(field));
        }
    }
}
