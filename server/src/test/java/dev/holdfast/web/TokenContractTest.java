package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is let in.
@ExtendWith(RunningServer.Shared.class)
class TokenContractTest {
    private static final String OWN = "/api/v1/orders";

    private final RunningServer server;
    private final long now;

    TokenContractTest(RunningServer server) {
        this.server = server;
        this.now = server.clock().instant().getEpochSecond();
    }

    @Test
    void nobody_is_asked_for_a_token() {
        Reply reply = server.get(OWN).send().refused(401, "token_missing");
        assertEquals("Bearer", reply.header("WWW-Authenticate"));
    }

    @Test
    void a_token_of_the_shared_secret_is_believed() {
        server.get(OWN)
                .bearer(token(Map.of("sub", "ann", "exp", now + 1)))
                .send()
                .is(200);
    }

    @Test
    void an_address_that_the_token_says_is_proved_is_written_to_and_another_is_not() {
        for (var claims : List.<Map<String, Object>>of(
                Map.of("sub", "mia", "exp", now + 60, "email", "mia@example.com", "locale", "zh-CN"),
                Map.of("sub", "noah", "exp", now + 60, "email", "noah@example.com", "email_verified", false),
                Map.of("sub", "olga", "exp", now + 60, "email", "not an address"))) {
            server.get(OWN).bearer(token(claims)).send().is(200);
        }
        // They are noted in bulk, four times a second.
        await(() -> addresses("mia").equals(List.of("mia@example.com zh false")));
        assertEquals(List.of(), addresses("noah"));
        assertEquals(List.of(), addresses("olga"));
    }

    private List<String> addresses(String member) {
        return server.database()
                .sql("select address || ' ' || language || ' ' || confirmed from member.address where member = ?")
                .param(member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertTrue(done.getAsBoolean());
    }

    @Test
    void an_expired_token_is_refused() {
        refused(token(Map.of("sub", "ann", "exp", now)));
    }

    @Test
    void an_expiry_beyond_all_calendars_is_read() {
        for (Object exp : List.of(Long.MAX_VALUE, 1e300, new java.math.BigInteger("9".repeat(30)), now + 0.5)) {
            server.get(OWN)
                    .bearer(token(Map.of("sub", "ann", "exp", exp)))
                    .send()
                    .is(200);
        }
        for (Object exp : List.of(Long.MIN_VALUE, -1e300, new java.math.BigInteger("9".repeat(400)), "tomorrow")) {
            refused(token(Map.of("sub", "ann", "exp", exp)));
        }
        refused(token(Map.of("sub", "ann", "exp", now + 60, "nbf", now + 1)));
        server.get(OWN)
                .bearer(token(Map.of("sub", "ann", "exp", now + 60, "nbf", now)))
                .send()
                .is(200);
    }

    @Test
    void a_token_that_never_expires_is_refused() {
        refused(token(Map.of("sub", "ann")));
    }

    @Test
    void a_token_of_another_key_is_refused() {
        refused(TestTokens.hs256("another secret, also 32 bytes long", Map.of("sub", "ann", "exp", now + 60)));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        Map<String, Object> claims = Map.of("sub", "ann", "roles", List.of("operator"), "exp", now + 60);
        refused(TestTokens.part(Map.of("alg", "none")) + "." + TestTokens.part(claims) + ".");
        refused(TestTokens.signed(Map.of("alg", "none"), RunningServer.TOKEN_SECRET, claims));
        refused(TestTokens.signed(Map.of("alg", "HS512"), RunningServer.TOKEN_SECRET, claims));
        refused(TestTokens.signed(Map.of("alg", "RS256"), RunningServer.TOKEN_SECRET, claims));
    }

    @Test
    void a_token_whose_claims_were_changed_is_refused() {
        String[] parts = token(Map.of("sub", "ann", "exp", now + 60)).split("\\.", -1);
        Map<String, Object> promoted = Map.of("sub", "ann", "roles", List.of("operator"), "exp", now + 60);
        refused(parts[0] + "." + TestTokens.part(promoted) + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.e30", "null"})
    void what_is_no_token_is_refused(String text) {
        assertEquals(401, server.get(OWN).bearer(text).send().status());
    }

    @Test
    void a_token_longer_than_anybody_needs_is_refused() {
        refused(token(Map.of("sub", "ann", "exp", now + 60, "x", "x".repeat(9_000))));
    }

    @Test
    void another_scheme_is_refused() {
        server.get(OWN).header("Authorization", "Basic YW5uOnNlY3JldA==").send().refused(401, "token_invalid");
    }

    @Test
    void a_member_is_any_text_of_up_to_64_characters() {
        server.get(OWN).by("粉".repeat(64)).send().is(200);
        refused(server.token("x".repeat(65)));
        refused(server.token(""));
        refused(server.token("a\nb"));
        refused(server.token("a\u0000b"));
        refused(token(Map.of("sub", 7, "exp", now + 60)));
        refused(token(Map.of("exp", now + 60)));
    }

    @Test
    void roles_are_an_array_and_a_fan_is_who_has_none() {
        refused(token(Map.of("sub", "ann", "roles", "operator", "exp", now + 60)));
        server.get(OWN)
                .bearer(token(Map.of("sub", "ann", "roles", List.of(), "exp", now + 60)))
                .send()
                .is(200);
        server.get(OWN).by("ann", "wizard").send().refused(403, "wrong_role");
    }

    @Test
    void a_fan_is_no_operator_and_an_operator_is_no_fan() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1");
        server.put(opening.operatorPath(""))
                .by("ann")
                .json(opening.definition)
                .send()
                .refused(403, "wrong_role");
        server.put(opening.operatorPath("/supply")).by("ann").send().refused(403, "wrong_role");
        server.get(opening.operatorPath("/orders"))
                .by("ann", "fan", "planner")
                .send()
                .refused(403, "wrong_role");
        server.get("/metrics").by("ann").send().refused(403, "wrong_role");
        server.get("/metrics").send().refused(401, "token_missing");
        server.post("/api/v1/launches/" + opening.slug + "/orders")
                .byOperator()
                .key("k")
                .json(Map.of("offer", "pro"))
                .send()
                .refused(403, "wrong_role");
    }

    @Test
    void the_first_two_machines_need_no_token() {
        server.get("/healthz").send().is(200);
        server.get("/readyz").send().is(200);
    }

    @Test
    void another_members_order_is_unknown() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,1", "max,2027-01-04,1");
        String id = opening.held("ann", "pro");
        server.get(OWN + "/" + id).by("nosy").send().refused(404, "unknown_order");
        for (String act : List.of("cancel", "lock")) {
            opening.act("nosy", id, act).refused(404, "unknown_order");
        }
        opening.change("nosy", id, "max").refused(404, "unknown_order");
        assertEquals("HELD", opening.state(id));
        assertEquals(List.of(), server.get(OWN).by("nosy").send().each("/orders", "id"));
        server.get(OWN + "/" + id).by("ann").send().is(200);
        server.post(OWN + "/" + id + "/cancel").byOperator().send().is(200);
    }

    private String token(Map<String, Object> claims) {
        return TestTokens.hs256(RunningServer.TOKEN_SECRET, claims);
    }

    private void refused(String token) {
        server.get(OWN).bearer(token).send().refused(401, "token_invalid");
    }
}
