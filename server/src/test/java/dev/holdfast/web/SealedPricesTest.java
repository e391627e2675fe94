package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Before `revealAt` nobody but an operator is told a price or a deposit, by whatever way they ask.
@ExtendWith(RunningServer.Shared.class)
class SealedPricesTest {
    /// Figures that occur nowhere else.
    private static final long PRICE = 31_415_926_535L;

    private static final long DEPOSIT = 2_718_281_828L;

    private final RunningServer server;
    private final Opening opening;

    SealedPricesTest(RunningServer server) {
        this.server = server;
        this.opening = Opening.with(
                        server,
                        "revealAt",
                        server.clock().instant().plus(Duration.ofHours(1)).toString(),
                        "limitPerMember",
                        9,
                        "offers",
                        List.of(Opening.offer("pro", PRICE, DEPOSIT), Opening.offer("max", PRICE, DEPOSIT)))
                .supplied("pro,2027-01-04,9", "max,2027-01-04,9");
    }

    private static Reply silent(Reply reply) {
        assertFalse(reply.text().contains(Long.toString(PRICE)), reply.text());
        assertFalse(reply.text().contains(Long.toString(DEPOSIT)), reply.text());
        return reply;
    }

    @Test
    void a_launch_shows_no_price_to_anybody() {
        Reply launch = silent(opening.look()).is(200);
        assertEquals(null, launch.at("/offers/0/price"));
        assertEquals(null, launch.at("/offers/0/deposit"));
        silent(server.get("/api/v1/launches").send()).is(200);
        silent(server.get("/api/v1/launches/" + opening.slug).by("ann").send()).is(200);
        silent(opening.line()).is(200);
        silent(server.get("/api/v1/openapi.json").send()).is(200);
    }

    @Test
    void an_operator_sees_prices_and_no_cache_keeps_them() {
        for (String path : List.of("/api/v1/launches/" + opening.slug, "/api/v1/launches", opening.operatorPath(""))) {
            Reply reply = server.get(path).byOperator().send().is(200);
            assertTrue(reply.text().contains(Long.toString(PRICE)), reply.text());
            assertTrue(reply.header("Cache-Control").contains("no-store"), reply.header("Cache-Control"));
        }
        Reply anybody = opening.look();
        assertEquals("public, max-age=1", anybody.header("Cache-Control"));
        assertEquals("Authorization", anybody.header("Vary"));
    }

    @Test
    void an_order_shows_no_price_in_any_of_its_states() {
        Map<String, Object> wish = Map.of("offer", "pro");
        Reply first = silent(opening.wish("ann", "k", wish).send()).is(201);
        assertEquals(null, first.at("/deposit"));
        silent(opening.wish("ann", "k", wish).send()).is(200);
        String id = String.valueOf(first.at("/id"));
        silent(server.post("/api/v1/orders/" + id + "/change?preview=true")
                        .by("ann")
                        .json(Map.of("offer", "max"))
                        .send())
                .is(200);
        silent(opening.change("ann", id, "max")).is(200);
        silent(opening.pay(id, DEPOSIT)).is(204);
        silent(opening.pay(id, DEPOSIT)).is(204);
        silent(server.get("/api/v1/orders/" + id).by("ann").send()).is(200);
        silent(server.get("/api/v1/orders").by("ann").send()).is(200);
        silent(opening.act("ann", id, "lock")).is(200);
        silent(opening.act("ann", id, "cancel")).refused(409, "confirm_forfeit");
        silent(opening.act("ann", id, "cancel", Map.of("forfeit", true))).is(200);
        silent(server.get("/api/v1/orders/" + id).by("ann").send()).is(200);
        assertTrue(opening.order(id).text().contains(Long.toString(DEPOSIT)), "an operator sees it");
        assertTrue(opening.page("").text().contains(Long.toString(DEPOSIT)), "an operator sees it");
    }

    @Test
    void a_refusal_shows_no_price() {
        String id = opening.held("bob", "pro");
        silent(opening.pay(id, 1)).is(202);
        silent(opening.act("bob", id, "lock")).refused(409, "wrong_state");
        silent(opening.wish("bob", Map.of("offer", "none")).send()).refused(422, "unknown_offer");
    }

    @Test
    void at_its_instant_the_price_is_there_for_everybody() {
        String id = opening.held("cid", "pro");
        server.clock().forward(Duration.ofHours(1).minusSeconds(1));
        silent(opening.look()).is(200);
        server.clock().forward(Duration.ofSeconds(1));
        assertEquals(PRICE, opening.look().number("/offers/0/price/amount"));
        Reply order = server.get("/api/v1/orders/" + id).by("cid").send();
        assertEquals(DEPOSIT, order.number("/deposit/amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/launches/%s", "/now/%s", "/now/%s/picture"})
    void pages_show_no_price_before_its_instant(String page) {
        String path = page.formatted(opening.slug);
        Reply sealed = server.get(path).send().is(200);
        String price = "314,159,265";
        String deposit = "27,182,818";
        for (String figure : List.of(price, price.replace(",", ""), deposit, deposit.replace(",", ""))) {
            assertFalse(sealed.text().contains(figure), sealed.text());
        }
        assertTrue(
                sealed.header("Cache-Control").matches(".*(no-store|max-age=1\\b).*"), sealed.header("Cache-Control"));
        server.clock().forward(Duration.ofHours(1));
        if (page.equals("/launches/%s")) {
            assertTrue(server.get(path).send().is(200).text().contains(price), "the page would show it");
        }
    }

    @Test
    void a_launch_that_is_revealed_again_is_sealed_again() {
        opening.set("revealAt", null);
        opening.define().is(200);
        assertEquals(PRICE, opening.look().number("/offers/0/price/amount"));
        opening.set(
                "revealAt", server.clock().instant().plus(Duration.ofHours(1)).toString());
        opening.define().is(200);
        silent(opening.look()).is(200);
    }
}
