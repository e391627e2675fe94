package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the payment provider reports, and what becomes of the money.
@ExtendWith(RunningServer.Shared.class)
class PaymentContractTest {
    private static final long DUE = Opening.PRO_DEPOSIT;

    private final RunningServer server;
    private final Opening opening;

    PaymentContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,3", "max,2027-01-04,3");
    }

    @Test
    void a_paid_order_is_placed() {
        String id = opening.held("ann", "pro");
        Instant at = server.clock().instant();
        opening.pay(id, DUE).is(204);
        Reply order = opening.order(id);
        assertEquals("PLACED", order.at("/state"));
        assertEquals(at.toString(), order.at("/placedAt"));
        assertEquals("[HELD, PLACED]", order.each("/states", "state").toString());
        assertEquals(Ledger.of("HELD", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void the_same_webhook_again_has_no_further_effect() {
        String id = opening.held("ann", "pro");
        String webhook = "msg-" + UUID.randomUUID();
        Map<String, Object> body = Opening.paid(id, "pay-" + webhook, DUE);
        for (int i = 0; i < 3; i++) {
            server.event(webhook, body).is(204);
        }
        assertEquals(Ledger.of("HELD", DUE), Ledger.ofOrder(server, id));
        assertEquals(null, opening.order(id).at("/refund"));
    }

    @Test
    void the_same_payment_under_a_new_id_has_no_further_effect() {
        String id = opening.held("ann", "pro");
        String payment = "pay-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            opening.pay(id, payment, DUE).is(204);
        }
        assertEquals(Ledger.of("HELD", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void a_second_payment_is_given_back() {
        String id = opening.placed("ann", "pro");
        opening.pay(id, DUE).is(204);
        Reply order = opening.order(id);
        assertEquals("PLACED", order.at("/state"));
        assertEquals(DUE, order.number("/refund/amount/amount"));
        assertEquals(Ledger.of("HELD", DUE, "GIVEN_BACK", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void a_payment_of_a_cancelled_order_is_given_back() {
        String id = opening.held("ann", "pro");
        opening.act("ann", id, "cancel").is(200);
        opening.pay(id, DUE).is(204);
        assertEquals("CANCELLED", opening.state(id));
        assertEquals(Ledger.of("GIVEN_BACK", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void money_that_does_not_fit_is_on_the_unmatched_list() {
        String id = opening.held("ann", "pro");
        String stranger = UUID.randomUUID().toString();
        List<String> payments = List.of("few-" + id, "much-" + id, "euro-" + id, "none-" + id, "lost-" + id);
        opening.pay(id, payments.get(0), DUE - 1).is(202);
        opening.pay(id, payments.get(1), DUE + 1).is(202);
        server.event(Map.of(
                        "type",
                        "payment.succeeded",
                        "order",
                        id,
                        "payment",
                        payments.get(2),
                        "amount",
                        DUE,
                        "currency",
                        "EUR"))
                .is(202);
        opening.pay(stranger, payments.get(3), DUE).is(202);
        opening.pay("no order at all", payments.get(4), DUE).is(202);
        opening.pay("no order at all", payments.get(4), DUE).is(204);
        assertEquals("HELD", opening.state(id));
        Reply list = server.get("/api/v1/operator/payments/unmatched?limit=1000")
                .byOperator()
                .send()
                .is(200);
        List<String> listed = list.each("/payments", "payment");
        assertTrue(listed.containsAll(payments), listed.toString());
        assertEquals(1, listed.stream().filter(payments.get(4)::equals).count());
        assertEquals(Ledger.of("UNMATCHED", DUE - 1 + DUE + 1 + DUE), Ledger.ofOrder(server, id));
        opening.pay(id, DUE).is(204);
        assertEquals("PLACED", opening.state(id), "and the right payment still places it");
    }

    @Test
    void an_order_of_a_launch_that_was_never_there_is_unknown() {
        String id = "00fff000-0000-8001-9c4e-52a1b0de7f10";
        opening.pay(id, DUE).is(202);
        assertEquals(Ledger.of("UNMATCHED", DUE), Ledger.ofOrder(server, id));
    }

    @Test
    void paid_after_expiry_an_order_is_placed_again_last_of_those_who_entered() {
        String late = opening.held("late", "pro");
        opening.later(Opening.PAY_WITHIN);
        assertEquals("EXPIRED", opening.state(late));
        opening.held("bob", "pro");
        opening.pay(late, DUE).is(204);
        Reply order = opening.order(late);
        assertEquals("PLACED", order.at("/state"));
        assertEquals(1, order.number("/position"), "it keeps its number");
        assertEquals(2, order.number("/rank"), "it enters behind bob");
        assertEquals("[HELD, EXPIRED, PLACED]", order.each("/states", "state").toString());
        assertEquals(2, order.node("/promises").size());
        assertEquals(3, opening.order("cid", "pro").is(201).number("/rank"));
        assertEquals(Ledger.of("HELD", DUE), Ledger.ofOrder(server, late));
    }

    @Test
    void paid_after_expiry_without_a_free_unit_the_money_goes_back() {
        opening.supplied("pro,2027-01-04,1");
        String late = opening.held("late", "pro");
        opening.later(Opening.PAY_WITHIN);
        opening.held("bob", "pro");
        opening.pay(late, DUE).is(204);
        assertEquals("EXPIRED", opening.state(late));
        assertEquals(Ledger.of("GIVEN_BACK", DUE), Ledger.ofOrder(server, late));
    }

    @Test
    void paid_after_expiry_at_the_members_limit_the_money_goes_back() {
        String late = opening.held("late", "pro");
        opening.later(Opening.PAY_WITHIN);
        opening.held("late", "pro");
        opening.pay(late, DUE).is(204);
        assertEquals("EXPIRED", opening.state(late));
        assertEquals(Ledger.of("GIVEN_BACK", DUE), Ledger.ofOrder(server, late));
    }

    @Test
    void an_order_placed_again_counts_against_the_limit() {
        String late = opening.held("late", "pro");
        opening.later(Opening.PAY_WITHIN);
        opening.pay(late, DUE).is(204);
        assertEquals(
                late,
                opening.order("late", "pro")
                        .refused(409, "member_limit_reached")
                        .at("/order"));
    }

    @Test
    void a_failed_attempt_leaves_the_hold_as_it_is() {
        String id = opening.held("ann", "pro");
        server.event(Opening.report("payment.failed", id, "pay-" + id, DUE)).is(204);
        assertEquals("HELD", opening.state(id));
        opening.pay(id, "pay-" + id, DUE).is(204);
        assertEquals("PLACED", opening.state(id), "the same payment may succeed at its next attempt");
    }

    @Test
    void a_refund_that_arrived_closes_the_refund() {
        String id = opening.held("ann", "pro");
        String payment = "pay-" + id;
        opening.pay(id, payment, DUE).is(204);
        opening.act("ann", id, "cancel").is(200);
        assertNotNull(opening.order(id).at("/refund/requestedAt"));
        server.event(Opening.report("refund.succeeded", id, payment, DUE)).is(204);
        server.event(Opening.report("refund.succeeded", id, payment, DUE)).is(204);
        assertNotNull(opening.order(id).at("/refund/refundedAt"));
        assertEquals(DUE, Ledger.balance(server, id, "REFUNDED"));
        assertEquals(0, Ledger.balance(server, id, "REFUNDING"));
    }

    @Test
    void a_refund_nobody_asked_for_is_unmatched() {
        String id = opening.placed("ann", "pro");
        server.event(Opening.report("refund.succeeded", id, "odd-" + id, DUE)).is(202);
        assertEquals("PLACED", opening.state(id));
    }

    @Test
    void a_type_that_is_not_used_is_passed_over() {
        String id = opening.held("ann", "pro");
        server.event(Opening.report("payment.pondered", id, "pay-" + id, DUE)).is(204);
        assertEquals("HELD", opening.state(id));
    }

    @Test
    void what_is_not_signed_by_our_key_is_not_believed() {
        String id = opening.held("ann", "pro");
        String body = Reply.JSON.writeValueAsString(Opening.paid(id, "pay-" + id, DUE));
        Instant now = server.clock().instant();
        String other = "whsec_bm90IHRoZSByaWdodCBrZXksIGJ1dCBsb25n";
        server.deliver("m1" + id, now, body, other).refused(401, "signature_invalid");
        Duration five = Duration.ofMinutes(5);
        String ours = RunningServer.WEBHOOK_SECRET;
        for (Instant off :
                List.of(now.minus(five).minusSeconds(1), now.plus(five).plusSeconds(1))) {
            server.deliver("m2" + id, off, body, ours).refused(401, "signature_invalid");
        }
        server.post(RunningServer.EVENTS).json(Map.of()).send().refused(401, "signature_invalid");
        assertEquals("HELD", opening.state(id));
        server.deliver("m3" + id, now.minus(five), body, ours).is(204);
        assertEquals("PLACED", opening.state(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"type\": 1}",
                "{\"type\":\"payment.succeeded\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":-1,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":1.5,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":\"5\",\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":5,\"currency\":\"yuan\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"a\\u0000\",\"payment\":\"p\",\"amount\":5,\"currency\":\"CNY\"}",
                "{\"type\":\"payment.succeeded\",\"order\":\"o\",\"payment\":\"p\",\"amount\":99999999999999999999,\"currency\":\"CNY\"}"
            })
    void an_event_that_cannot_be_read_is_refused(String body) {
        server.deliver("odd-" + UUID.randomUUID(), server.clock().instant(), body, RunningServer.WEBHOOK_SECRET)
                .refused(400, "malformed_event");
    }

    @Test
    void fields_that_a_provider_adds_later_are_passed_over() {
        String id = opening.held("ann", "pro");
        Map<String, Object> grown = new java.util.HashMap<>(Opening.paid(id, "pay-" + id, DUE));
        grown.put("livemode", Map.of("deep", List.of(1, 2)));
        server.event(grown).is(204);
        assertEquals("PLACED", opening.state(id));
    }
}
