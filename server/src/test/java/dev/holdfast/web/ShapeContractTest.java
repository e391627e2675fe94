package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a request must look like, how large it may be, and how often one may ask.
@ExtendWith(RunningServer.Shared.class)
class ShapeContractTest {
    private static final int KIBIBYTE = 1024;

    private final RunningServer server;

    ShapeContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply send(String body) {
        return wish(body).send();
    }

    private Call wish(String body) {
        return server.post("/api/v1/launches/anything/orders")
                .by("shaper")
                .key("k")
                .body("application/json", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"offer\": }",
                "{\"offer\": \"pro\"} x",
                "{\"offer\": \"pro\", \"offer\": \"pro\"}",
                "{'offer': 'pro'}",
                "not json",
                "{\"offer\": \"\\ud800\"",
                "{\"offer\": 01}"
            })
    void what_is_no_json_is_refused(String body) {
        Reply reply = send(body);
        assertTrue(reply.status() == 400 || reply.status() == 422, reply.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "7",
                "\"pro\"",
                "{}",
                "{\"offer\": null}",
                "{\"offer\": \"\"}",
                "{\"offer\": 7}",
                "{\"offer\": true}",
                "{\"offer\": [\"pro\"]}",
                "{\"offer\": {}}",
                "{\"offer\": \"pro\", \"colour\": \"red\"}",
                "{\"Offer\": \"pro\"}",
                "{\"offer\": \"pro\", \"region\": 1}",
                "{\"offer\": \"a\\u0000b\"}",
                "{\"offer\": \"pro\", \"store\": \"a\\nb\"}"
            })
    void what_does_not_fit_is_refused_with_the_place_of_the_fault(String body) {
        Reply reply = send(body).refused(422, "invalid_request");
        assertTrue(reply.node("/errors/0/reason").isString(), reply.text());
    }

    @Test
    void an_unknown_field_is_named_with_those_that_are_known() {
        Reply reply = send("{\"offer\": \"pro\", \"colour\": \"red\"}").refused(422, "invalid_request");
        assertEquals("colour", reply.at("/errors/0/path"));
        assertTrue(String.valueOf(reply.at("/errors/0/reason")).contains("referral"), reply.text());
    }

    @Test
    void half_a_character_is_refused_and_not_stored() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,5");
        String path = "/api/v1/launches/" + opening.slug + "/orders";
        String lone = "{\"offer\": \"pro\", \"store\": \"\\ud83d\"}";
        Reply reply = server.post(path)
                .by("half")
                .key("k")
                .body("application/json", lone)
                .send();
        assertTrue(reply.status() == 400 || reply.status() == 422, reply.status() + " " + reply.text());
        opening.order("half", "pro").is(201);
    }

    @Test
    void sixteen_kibibytes_are_read_and_one_byte_more_is_not() {
        String wish = "{\"offer\": \"pro\"}";
        String most = wish + " ".repeat(16 * KIBIBYTE - wish.length());
        send(most).refused(404, "unknown_launch");
        send(most + " ").refused(413, "body_too_large");
        byte[] more = (most + " ").getBytes(StandardCharsets.UTF_8);
        wish("").body("application/json", BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(more)))
                .send()
                .refused(413, "body_too_large");
    }

    @Test
    void a_text_of_255_characters_is_taken_and_a_longer_one_is_not() {
        send("{\"offer\": \"" + "x".repeat(255) + "\"}").refused(404, "unknown_launch");
        Reply reply = send("{\"offer\": \"" + "x".repeat(256) + "\"}").refused(422, "invalid_request");
        assertEquals("offer", reply.at("/errors/0/path"));
    }

    @Test
    void a_member_may_ask_a_hundred_times_at_once_and_then_has_to_wait() {
        String member = "hasty-" + UUID.randomUUID();
        String token = server.token(member);
        long start = System.nanoTime();
        int admitted = 0;
        Reply reply = server.get("/api/v1/orders").bearer(token).send();
        while (reply.status() == 200) {
            admitted++;
            reply = server.get("/api/v1/orders").bearer(token).send();
        }
        long tenths = (System.nanoTime() - start) / 100_000_000 + 1;
        reply.refused(429, "too_many_requests");
        assertTrue(admitted >= 100 && admitted <= 100 + 2 * tenths, admitted + " in " + tenths + " tenths of a second");
        assertTrue(Integer.parseInt(reply.header("Retry-After")) > 0);
        server.get("/api/v1/orders").by("patient-" + member).send().is(200);
    }

    @Test
    void operators_are_not_held_up() {
        String token = server.token("busy", "operator");
        for (int i = 0; i < 150; i++) {
            server.get("/api/v1/orders").bearer(token).send().is(200);
        }
    }

    @Test
    void an_address_that_does_not_exist_is_a_problem_too() {
        server.get("/api/v1/nothing").send().refused(404, "unknown_path");
        server.get("/api/v1/").send().refused(404, "unknown_path");
        server.get("/api/v1").send().refused(404, "unknown_path");
        server.get("/api/v1/launches/").send().refused(404, "unknown_launch");
        Reply reply = server.call("DELETE", "/api/v1/orders/x").send().refused(405, "method_not_allowed");
        assertEquals("GET", reply.header("Allow"));
    }

    @Test
    void an_order_id_that_is_none_is_unknown() {
        for (String id : new String[] {
            "x", "1", "00000000-0000-0000-0000-000000000000", UUID.randomUUID().toString()
        }) {
            server.get("/api/v1/orders/" + id).by("ann").send().refused(404, "unknown_order");
        }
    }

    @Test
    void answers_are_kept_by_no_cache() {
        Reply reply = server.get("/api/v1/orders").by("ann").send().is(200);
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("nosniff", reply.header("X-Content-Type-Options"));
        assertEquals("application/json", reply.header("Content-Type"));
    }

    @Test
    void a_query_that_is_no_number_is_named() {
        Opening opening = Opening.on(server);
        for (String query : new String[] {
            "?limit=0",
            "?limit=1001",
            "?limit=x",
            "?afterPosition=-1",
            "?afterPosition=99999999999999999999",
            "?state=SLEEPING"
        }) {
            Reply reply = opening.page(query).refused(422, "invalid_parameter");
            assertTrue(String.valueOf(reply.at("/detail")).contains("'" + query.substring(1, query.indexOf('='))));
        }
    }

    @Test
    void an_unknown_launch_is_told_before_anything_is_made() {
        server.post("/api/v1/launches/nowhere/orders")
                .by("ann")
                .key("k")
                .json(Map.of("offer", "pro"))
                .send()
                .refused(404, "unknown_launch");
        server.get("/api/v1/launches/nowhere").send().refused(404, "unknown_launch");
    }
}
