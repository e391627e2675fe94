package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// The whole way of a broken promise: the window moves, the member is asked, and answers or does not.
@ExtendWith(RunningServer.Shared.class)
class ConsentContractTest {
    private static final String FIRST = "2027-03-01";
    private static final Map<String, Object> KEEP = Map.of("keep", true);
    private static final Map<String, Object> LEAVE = Map.of("keep", false);

    private final RunningServer server;

    ConsentContractTest(RunningServer server) {
        this.server = server;
    }

    private Opening promised(Object... changes) {
        return Opening.with(server, changes).supplied("pro," + FIRST + ",9");
    }

    private static void slipsTo(Opening opening, String week) {
        opening.supplied("pro," + week + ",9");
    }

    private static String consent(Opening opening, String id) {
        return String.valueOf(opening.order(id).at("/consent/state"));
    }

    private static void cancelledAndRefundedOnce(Opening opening, String id, String cause) {
        Reply order = opening.order(id);
        assertEquals("CANCELLED", order.at("/state"));
        assertEquals(
                String.valueOf(Opening.PRO_DEPOSIT),
                order.node("/refund/amount/amount").toString());
        assertEquals(cause, order.at("/refund/cause"));
        long cancelled = order.json()
                .at("/states")
                .valueStream()
                .filter(state -> state.at("/state").stringValue().equals("CANCELLED"))
                .count();
        assertEquals(1, cancelled);
    }

    @Test
    void a_first_slip_is_told_at_once_with_both_windows_the_reason_and_the_date() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        assertTrue(opening.order(id).node("/consent").isNull());
        slipsTo(opening, "2027-03-22");
        Reply order = opening.order(id);
        assertEquals("asked", order.at("/consent/state"));
        assertEquals(FIRST, order.at("/consent/agreed/from"));
        assertEquals("2027-03-22", order.at("/consent/promise/from"));
        assertEquals("supply_changed", order.at("/consent/reason"));
        assertEquals("2027-03-22T00:00:00Z", order.at("/consent/answerBy"));
        assertEquals("keep", order.at("/consent/onSilence"));
    }

    @Test
    void silence_keeps_an_order_that_slipped_by_thirty_days_or_less() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-03-22");
        opening.later(Duration.ofDays(121));
        assertEquals("asked", consent(opening, id));
        opening.later(Duration.ofDays(1));
        assertEquals("kept_by_silence", consent(opening, id));
        assertEquals(
                "LOCKED|PLACED", "LOCKED|PLACED".contains(String.valueOf(opening.state(id))) ? "LOCKED|PLACED" : "");
    }

    @Test
    void silence_cancels_and_refunds_an_order_that_slipped_further() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-04-05");
        assertEquals("2026-12-21T00:00:00Z", opening.order(id).at("/consent/answerBy"));
        opening.later(Duration.ofDays(30));
        assertEquals("asked", consent(opening, id));
        opening.later(Duration.ofDays(1));
        assertEquals("left_by_silence", consent(opening, id));
        cancelledAndRefundedOnce(opening, id, "delay_unanswered");
        opening.later(Duration.ofDays(1));
        cancelledAndRefundedOnce(opening, id, "delay_unanswered");
    }

    @Test
    void silence_cancels_an_order_whose_window_is_lost() {
        Opening opening = promised("beyondSupply", "waitlist");
        String id = opening.placed("fan", "pro");
        opening.supplied("max," + FIRST + ",1");
        assertTrue(opening.order(id).node("/consent/promise").isNull());
        opening.later(Duration.ofDays(31));
        cancelledAndRefundedOnce(opening, id, "delay_unanswered");
    }

    @Test
    void who_agrees_keeps_the_order_whatever_the_slip() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-09-06");
        opening.act("fan", id, "consent", KEEP).is(200);
        opening.act("fan", id, "consent", KEEP).is(200);
        assertEquals("kept", consent(opening, id));
        opening.later(Duration.ofDays(60));
        assertEquals("kept", consent(opening, id));
        assertEquals("2027-09-06", opening.order(id).at("/promise/from"));
        opening.act("fan", id, "consent", LEAVE).refused(409, "nothing_asked");
    }

    @Test
    void who_leaves_is_refunded_once_however_often_they_say_so() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-03-08");
        opening.act("fan", id, "consent", LEAVE).is(200);
        opening.act("fan", id, "consent", LEAVE).is(200);
        cancelledAndRefundedOnce(opening, id, "delay_refused");
        opening.act("fan", id, "consent", KEEP).refused(409, "wrong_state");
    }

    @Test
    void a_locked_order_is_given_back_without_forfeit_while_the_question_is_open() {
        Opening opening = promised();
        String byAnswer = opening.locked("one", "pro");
        String byCancel = opening.locked("two", "pro");
        String kept = opening.locked("three", "pro");
        slipsTo(opening, "2027-04-05");
        opening.act("one", byAnswer, "consent", LEAVE).is(200);
        cancelledAndRefundedOnce(opening, byAnswer, "delay_refused");
        opening.act("two", byCancel, "cancel").is(200);
        cancelledAndRefundedOnce(opening, byCancel, "delay_refused");
        opening.act("three", kept, "consent", KEEP).is(200);
        opening.act("three", kept, "cancel").refused(409, "confirm_forfeit");
    }

    @Test
    void a_second_slip_needs_an_answer_however_short() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-03-08");
        opening.act("fan", id, "consent", KEEP).is(200);
        slipsTo(opening, "2027-03-15");
        Reply order = opening.order(id);
        assertEquals("cancel", order.at("/consent/onSilence"));
        assertEquals("2027-03-08", order.at("/consent/agreed/from"));
        opening.later(Duration.ofDays(31));
        cancelledAndRefundedOnce(opening, id, "delay_unanswered");
    }

    @Test
    void a_better_plan_withdraws_what_was_not_answered() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-09-06");
        slipsTo(opening, FIRST);
        assertEquals("withdrawn", consent(opening, id));
        opening.act("fan", id, "consent", LEAVE).refused(409, "nothing_asked");
        opening.later(Duration.ofDays(60));
        assertTrue(List.of("PLACED", "LOCKED").contains(String.valueOf(opening.state(id))));
    }

    @Test
    void another_offer_chosen_withdraws_the_question_and_grants_nothing_for_its_later_window() {
        Opening opening = Opening.with(
                        server, "compensation", List.of(Map.of("id", "late", "amount", Map.of("fixed", 1_000))))
                .supplied("pro," + FIRST + ",9", "max,2027-06-07,9");
        String id = opening.placed("fan", "pro");
        opening.supplied("pro,2027-03-08,9", "max,2027-06-07,9");
        assertEquals(1, opening.order(id).node("/compensation").size());
        opening.change("fan", id, "max").is(200);
        assertEquals("withdrawn", consent(opening, id));
        opening.supplied("pro,2027-03-08,9", "max,2027-06-14,9");
        assertEquals(1, opening.order(id).node("/compensation").size());
        assertEquals("keep", opening.order(id).at("/consent/onSilence"));
    }

    @Test
    void on_the_mainland_a_locked_order_is_paid_back_double_when_the_seller_fails() {
        Map<String, Long> before = ledger();
        Opening opening = promised("ruleSet", "mainland");
        String locked = opening.locked("one", "pro");
        String placed = opening.placed("two", "pro");
        slipsTo(opening, "2027-09-06");
        assertEquals(
                String.valueOf(Opening.PRO_DEPOSIT),
                opening.order(locked).node("/consent/compensation/amount").toString());
        opening.later(Duration.ofDays(31));
        cancelledAndRefundedOnce(opening, locked, "delay_unanswered");
        assertEquals("deposit_doubled", opening.order(locked).at("/compensation/0/rule"));
        assertEquals(
                String.valueOf(Opening.PRO_DEPOSIT),
                opening.order(locked).node("/compensation/0/amount/amount").toString());
        cancelledAndRefundedOnce(opening, placed, "delay_unanswered");
        assertEquals(0, opening.order(placed).node("/compensation").size());
        assertEquals(Opening.PRO_DEPOSIT, grown(before, "compensation_due"));
        assertEquals(-Opening.PRO_DEPOSIT, grown(before, "compensation"));
        assertEquals(0, ledger().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void on_the_mainland_time_alone_locks_nothing() {
        Opening opening = promised("ruleSet", "mainland", "termsVersion", "1");
        Map<String, Object> wish = Map.of("offer", "pro", "acceptTerms", "1");
        String id = String.valueOf(opening.wish("fan", wish).send().is(201).at("/id"));
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        opening.later(Duration.ofDays(8));
        assertEquals("PLACED", opening.state(id));
        opening.act("fan", id, "lock").is(200);
    }

    @Test
    void compensation_falls_due_once_by_the_week_and_lapses_with_the_order() {
        Map<String, Long> before = ledger();
        Opening opening = promised(
                "compensation", List.of(Map.of("id", "week", "amount", Map.of("perWeek", 1_000), "cap", 5_000)));
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-03-15");
        slipsTo(opening, FIRST);
        slipsTo(opening, "2027-03-15");
        slipsTo(opening, "2027-03-22");
        slipsTo(opening, "2027-09-06");
        Reply order = opening.order(id);
        assertEquals(
                List.of("2000", "1000", "2000"),
                order.json()
                        .at("/compensation")
                        .valueStream()
                        .map(given -> given.at("/amount/amount").toString())
                        .toList());
        assertEquals(5_000, grown(before, "compensation_due"));
        opening.act("fan", id, "consent", LEAVE).is(200);
        assertEquals("true", opening.order(id).node("/compensation/0/lapsed").toString());
        assertEquals(0, grown(before, "compensation_due"));
        assertEquals(0, ledger().values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void an_unpaid_order_is_asked_nothing_and_granted_nothing() {
        Opening opening = promised("compensation", List.of(Map.of("id", "late", "amount", Map.of("fixed", 1_000))));
        String id = opening.held("fan", "pro");
        slipsTo(opening, "2027-09-06");
        assertTrue(opening.order(id).node("/consent").isNull());
        assertEquals(0, opening.order(id).node("/compensation").size());
    }

    @Test
    void an_operator_sees_who_has_not_answered_the_most_urgent_first() {
        Opening opening = promised("limitPerMember", 9);
        String early = opening.placed("one", "pro");
        String other = opening.placed("two", "pro");
        slipsTo(opening, "2027-04-05");
        String path = opening.operatorPath("/consents");
        Reply page = server.get(path + "?limit=1").byOperator().send().is(200);
        assertEquals(early, page.at("/consents/0/order"));
        assertEquals("cancel", page.at("/consents/0/onSilence"));
        Reply next = server.get(path + "?limit=1&after=" + page.at("/next"))
                .byOperator()
                .send()
                .is(200);
        assertEquals(other, next.at("/consents/0/order"));
        opening.act("one", early, "consent", KEEP).is(200);
        Reply left = server.get(path).byOperator().send().is(200);
        assertEquals(1, left.node("/consents").size());
        assertEquals(other, left.at("/consents/0/order"));
    }

    @Test
    void nobody_answers_for_another_and_an_answer_says_which() {
        Opening opening = promised();
        String id = opening.placed("fan", "pro");
        slipsTo(opening, "2027-04-05");
        opening.act("stranger", id, "consent", KEEP).refused(404, "unknown_order");
        opening.act("fan", id, "consent", Map.of()).refused(422, "invalid_request");
        assertEquals("asked", consent(opening, id));
    }

    /// The accounts in the currency of these launches; others have their own sums.
    private Map<String, Long> ledger() {
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
}
