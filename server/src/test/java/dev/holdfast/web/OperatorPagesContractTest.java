package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What operators page through, and what anybody sees of a line.
@ExtendWith(RunningServer.Shared.class)
class OperatorPagesContractTest {
    private final RunningServer server;
    private final Opening opening;
    private final List<String> ids = new ArrayList<>();

    OperatorPagesContractTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,9", "max,2027-01-04,9");
        ids.add(opening.held("a", "pro"));
        ids.add(opening.placed("b", "max"));
        ids.add(opening.locked("c", "pro"));
        ids.add(opening.held("d", "pro"));
        ids.add(opening.placed("e", "pro"));
        opening.act("d", ids.get(3), "cancel").is(200);
    }

    @Test
    void orders_come_in_position_order_page_by_page() {
        Reply first = opening.page("?limit=2").is(200);
        assertEquals(ids.subList(0, 2), first.each("/orders", "id"));
        Reply second = opening.page("?limit=2&afterPosition=" + first.at("/next"));
        assertEquals(ids.subList(2, 4), second.each("/orders", "id"));
        Reply third = opening.page("?limit=2&afterPosition=" + second.at("/next"));
        assertEquals(ids.subList(4, 5), third.each("/orders", "id"));
        assertEquals(null, third.at("/next"));
    }

    @Test
    void a_page_that_is_just_full_leads_to_an_empty_one() {
        Reply full = opening.page("?limit=5");
        assertEquals(ids, full.each("/orders", "id"));
        if (full.at("/next") != null) {
            Reply last = opening.page("?limit=5&afterPosition=" + full.at("/next"));
            assertEquals(List.of(), last.each("/orders", "id"));
            assertEquals(null, last.at("/next"));
        }
    }

    @Test
    void orders_can_be_filtered_by_their_state() {
        assertEquals(
                List.of(ids.get(1), ids.get(4)), opening.page("?state=PLACED").each("/orders", "id"));
        assertEquals(
                List.of(ids.get(4)),
                opening.page("?state=PLACED&afterPosition=2").each("/orders", "id"));
        Reply one = opening.page("?state=PLACED&limit=1");
        assertEquals(2, one.number("/next"));
        assertEquals(List.of(ids.get(3)), opening.page("?state=CANCELLED").each("/orders", "id"));
        assertEquals(List.of(), opening.page("?state=EXPIRED").each("/orders", "id"));
    }

    @Test
    void a_page_shows_whose_an_order_is() {
        assertEquals(List.of("a", "b", "c", "d", "e"), opening.page("").each("/orders", "member"));
    }

    @Test
    void the_line_counts_live_orders_by_state_and_offer() {
        Reply line = opening.line();
        assertEquals(5, line.number("/positions"));
        assertEquals(1, line.number("/held"));
        assertEquals(2, line.number("/placed"));
        assertEquals(1, line.number("/locked"));
        assertEquals("pro", line.at("/byOffer/0/offer"));
        assertEquals(1, line.number("/byOffer/0/held"));
        assertEquals(1, line.number("/byOffer/0/placed"));
        assertEquals(1, line.number("/byOffer/1/placed"));
        assertEquals(9 - 3, opening.look().number("/offers/0/remaining"));
    }

    @Test
    void an_operator_sees_the_line_with_the_launch() {
        Reply launch = server.get(opening.operatorPath("")).byOperator().send().is(200);
        assertEquals(opening.line().json(), launch.json().get("line"));
    }

    @Test
    void the_unmatched_are_paged_by_their_number() {
        for (int i = 0; i < 3; i++) {
            opening.pay(ids.get(0), 1).is(202);
        }
        String path = "/api/v1/operator/payments/unmatched?limit=1000";
        List<String> all = server.get(path).byOperator().send().each("/payments", "number");
        String before = all.get(all.size() - 3);
        Reply page = server.get(path.replace("1000", "1") + "&after=" + before)
                .byOperator()
                .send()
                .is(200);
        assertEquals(List.of(all.get(all.size() - 2)), page.each("/payments", "number"));
        assertEquals(all.get(all.size() - 2), page.at("/next"));
        assertTrue(String.valueOf(page.at("/payments/0/reason")).contains("due 500000"), page.text());
    }

    @Test
    void a_fan_sees_their_own_orders_the_latest_first() {
        Opening other = Opening.on(server).supplied("pro,2027-01-04,9");
        String member = "collector-" + opening.slug;
        String first = opening.held(member, "pro");
        String second = other.held(member, "pro");
        Reply own = server.get("/api/v1/orders").by(member).send().is(200);
        assertEquals(
                List.of(first, second),
                own.each("/orders", "id").stream().sorted().toList());
    }

    @Test
    void metrics_are_prometheus_text() {
        Reply metrics = server.get("/metrics").byOperator().send().is(200);
        assertTrue(metrics.header("Content-Type").startsWith("text/plain"), metrics.header("Content-Type"));
        assertTrue(metrics.text().contains("# TYPE holdfast_"), "has figures of our own");
    }
}
