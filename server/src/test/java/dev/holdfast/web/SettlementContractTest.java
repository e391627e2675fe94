package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What is owed for a broken promise, until it is paid by hand or set off.
@ExtendWith(RunningServer.Shared.class)
class SettlementContractTest {
    private static final String FIRST = "2027-03-01";
    static final long OWED = 3_000;

    private final RunningServer server;

    SettlementContractTest(RunningServer server) {
        this.server = server;
    }

    /// A launch that owes by the week, and one paid order of it that slipped by three.
    private Opening slipped(boolean setOff, Map<String, Object> amount) {
        Map<String, Object> rule = Map.of("id", "week", "amount", amount, "setOff", setOff, "cap", 100_000_000);
        Opening opening = Opening.with(server, "compensation", List.of(rule), "limitPerMember", 9)
                .supplied("pro," + FIRST + ",9");
        opening.placed("fan", "pro");
        opening.supplied("pro,2027-03-22,9");
        return opening;
    }

    Opening slipped(boolean setOff) {
        return slipped(setOff, Map.of("perWeek", 1_000));
    }

    JsonNode owed(Opening opening) {
        return server.get(opening.operatorPath("/compensations"))
                .byOperator()
                .send()
                .is(200)
                .node("/compensations");
    }

    Reply settle(JsonNode owed, String way, long amount, String reference) {
        Map<String, Object> body = Map.of(
                "way", way, "amount", Map.of("amount", amount, "currency", "CNY"), "reference", reference, "note", "n");
        return server.post("/api/v1/operator/orders/" + owed.at("/order").stringValue() + "/compensations/"
                        + owed.at("/number").longValue())
                .byOperator()
                .json(body)
                .send();
    }

    Map<String, Long> ledger() {
        Map<String, Long> balances = new HashMap<>();
        for (JsonNode account : server.get("/api/v1/operator/ledger")
                .byOperator()
                .send()
                .is(200)
                .node("/accounts")) {
            if (account.at("/currency").stringValue().equals("CNY")) {
                balances.put(
                        account.at("/account").stringValue(),
                        account.at("/balance").longValue());
            }
        }
        return balances;
    }

    private long grown(Map<String, Long> before, String account) {
        return ledger().getOrDefault(account, 0L) - before.getOrDefault(account, 0L);
    }

    private void sumsToZero() {
        assertEquals(0, ledger().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void what_is_owed_is_listed_with_whom_since_when_and_why_until_it_is_settled() {
        Opening opening = slipped(false);
        JsonNode owed = owed(opening);
        assertEquals(1, owed.size());
        assertEquals("fan", owed.at("/0/member").stringValue());
        assertEquals("week", owed.at("/0/rule").stringValue());
        assertEquals(3, owed.at("/0/weeks").intValue());
        assertEquals(OWED, owed.at("/0/amount/amount").longValue());
        assertEquals(server.clock().instant().toString(), owed.at("/0/since").stringValue());
        settle(owed.get(0), "paid", OWED, "transfer 7").is(200);
        assertEquals(0, owed(opening).size());
    }

    @Test
    void paid_by_hand_is_in_the_ledger_the_trail_and_on_the_order_once_however_often_it_is_said() {
        Opening opening = slipped(false);
        Map<String, Long> before = ledger();
        JsonNode owed = owed(opening).get(0);
        assertEquals("", settle(owed, "paid", OWED, "transfer 7").is(200).header("Idempotent-Replay"));
        assertEquals("true", settle(owed, "paid", OWED, "transfer 7").is(200).header("Idempotent-Replay"));
        settle(owed, "paid", OWED, "transfer 8").refused(409, "compensation_settled");
        assertEquals(-OWED, grown(before, "compensation_due"));
        assertEquals(OWED, grown(before, "compensation_paid"));
        sumsToZero();
        String id = owed.at("/order").stringValue();
        Reply order = opening.order(id);
        assertEquals("paid", order.at("/compensation/0/settlement/way"));
        assertEquals("transfer 7", order.at("/compensation/0/settlement/reference"));
        assertEquals(1, settled(id));
    }

    private int settled(String order) {
        return Collections.frequency(Trail.of(server, order), "settle_compensation");
    }

    @Test
    void of_many_at_once_one_settles() {
        Opening opening = slipped(false);
        Map<String, Long> before = ledger();
        JsonNode owed = owed(opening).get(0);
        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> settle(owed, "paid", OWED, "transfer " + number).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(11, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(OWED, grown(before, "compensation_paid"));
        assertEquals(1, settled(owed.at("/order").stringValue()));
    }

    @Test
    void only_the_exact_amount_in_the_way_of_its_rule_settles() {
        JsonNode paidOut = owed(slipped(false)).get(0);
        settle(paidOut, "paid", OWED - 1, "transfer 7").refused(422, "wrong_amount");
        settle(paidOut, "set_off", OWED, "invoice 7").refused(409, "wrong_way");
        settle(paidOut, "paid", OWED, " ").refused(422, "invalid_request");
        settle(paidOut, "paid", OWED, "x".repeat(141)).refused(422, "invalid_request");
        JsonNode offBalance = owed(slipped(true)).get(0);
        settle(offBalance, "paid", OWED, "transfer 7").refused(409, "wrong_way");
        settle(offBalance, "set_off", OWED, "invoice 7").is(200);
    }

    @Test
    void what_no_balance_holds_is_paid_by_hand() {
        Opening opening = slipped(true, Map.of("fixed", 90_000_000));
        JsonNode owed = owed(opening).get(0);
        assertTrue(owed.at("/balance/amount").longValue() < 90_000_000);
        settle(owed, "set_off", 90_000_000, "invoice 7").refused(409, "wrong_way");
        settle(owed, "paid", 90_000_000, "transfer 7").is(200);
        String id = owed.at("/order").stringValue();
        opening.act("fan", id, "cancel").is(200);
        assertEquals("false", opening.order(id).node("/compensation/0/lapsed").toString());
    }

    @Test
    void what_was_set_off_ends_with_the_order_and_what_is_over_is_not_settled() {
        Map<String, Long> before = ledger();
        Opening opening = slipped(true);
        JsonNode owed = owed(opening).get(0);
        String id = owed.at("/order").stringValue();
        settle(owed, "set_off", OWED, "invoice 7").is(200);
        assertEquals(OWED, grown(before, "compensation_set_off"));
        opening.supplied("pro,2027-03-29,9");
        JsonNode more = owed(opening).get(0);
        opening.act("fan", id, "cancel").is(200);
        assertEquals(0, grown(before, "compensation_set_off"));
        assertEquals(0, grown(before, "compensation_due"));
        assertEquals(0, grown(before, "compensation"));
        settle(more, "set_off", 1_000, "invoice 8").refused(409, "compensation_lapsed");
        assertEquals(0, owed(opening).size());
        assertEquals("true", opening.order(id).node("/compensation/0/lapsed").toString());
        sumsToZero();
    }

    @Test
    void nothing_is_settled_that_was_never_owed() {
        JsonNode owed = owed(slipped(false)).get(0);
        String path = "/api/v1/operator/orders/" + owed.at("/order").stringValue() + "/compensations/";
        Map<String, Object> body =
                Map.of("way", "paid", "amount", Map.of("amount", OWED, "currency", "CNY"), "reference", "transfer 7");
        for (String number : List.of("0", "-1", "99999999", "x")) {
            server.post(path + number).byOperator().json(body).send().refused(404, "unknown_compensation");
        }
        server.post(path + "1").by("fan").json(body).send().refused(403, "wrong_role");
    }

    @Test
    void pages_of_what_is_owed_follow_each_other() {
        Opening opening = slipped(false);
        opening.placed("second", "pro");
        opening.supplied("pro,2027-03-29,9");
        String path = opening.operatorPath("/compensations");
        Reply first = server.get(path + "?limit=2").byOperator().send().is(200);
        Reply rest = server.get(path + "?limit=2&after=" + first.node("/next"))
                .byOperator()
                .send()
                .is(200);
        assertEquals(2, first.node("/compensations").size());
        assertEquals(1, rest.node("/compensations").size());
        assertTrue(rest.node("/next").isNull());
    }
}
