package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// When a launch takes orders, and what an operator may change about one.
@ExtendWith(RunningServer.Shared.class)
class OpeningHoursContractTest {
    private final RunningServer server;
    private final Instant now;

    OpeningHoursContractTest(RunningServer server) {
        this.server = server;
        this.now = server.clock().instant();
    }

    private Opening opensIn(Duration wait) {
        return Opening.with(server, "opensAt", now.plus(wait).toString()).supplied("pro,2027-01-04,9");
    }

    @Test
    void a_launch_opens_by_itself_at_its_instant() {
        Opening opening = opensIn(Duration.ofMinutes(1));
        assertEquals("SCHEDULED", opening.look().at("/state"));
        Reply refused = opening.order("ann", "pro").refused(409, "launch_not_open");
        assertEquals(
                true,
                String.valueOf(refused.at("/detail"))
                        .contains(now.plusSeconds(60).toString()));
        server.clock().forward(Duration.ofSeconds(59));
        opening.order("ann", "pro").refused(409, "launch_not_open");
        server.clock().forward(Duration.ofSeconds(1));
        assertEquals("OPEN", opening.look().at("/state"));
        opening.order("ann", "pro").is(201);
    }

    @Test
    void a_launch_closes_by_itself_at_its_instant() {
        Opening opening =
                Opening.with(server, "closesAt", now.plusSeconds(60).toString()).supplied("pro,2027-01-04,9");
        String id = opening.held("ann", "pro");
        server.clock().forward(Duration.ofSeconds(60));
        assertEquals("CLOSED", opening.look().at("/state"));
        opening.order("bob", "pro").refused(409, "launch_not_open");
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        assertEquals("PLACED", opening.state(id), "who holds a place may still pay for it");
        opening.operator("open").refused(409, "launch_over");
    }

    @Test
    void a_pause_refuses_new_orders_and_nothing_else() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String id = opening.held("ann", "pro");
        Reply paused = opening.operator("pause").is(200);
        assertEquals("OPEN", paused.at("/state"), "the launch stays open");
        assertEquals("true", paused.at("/paused"));
        opening.operator("pause").is(200);
        opening.order("bob", "pro").refused(409, "launch_not_open");
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        assertEquals("PLACED", opening.state(id), "who holds a place may pay for it");
        assertEquals("false", opening.operator("resume").is(200).at("/paused"));
        opening.order("bob", "pro").is(201);
        opening.operator("pause").is(200);
        assertEquals("false", opening.operator("open").is(200).at("/paused"), "opening is the later act");
    }

    @Test
    void an_operator_opens_early_and_closes_and_opens_again() {
        Opening opening = opensIn(Duration.ofDays(1));
        assertEquals("OPEN", opening.operator("open").is(200).at("/state"));
        assertEquals("OPEN", opening.operator("open").is(200).at("/state"));
        opening.order("ann", "pro").is(201);
        assertEquals("CLOSED", opening.operator("close").is(200).at("/state"));
        assertEquals("CLOSED", opening.operator("close").is(200).at("/state"));
        opening.order("bob", "pro").refused(409, "launch_not_open");
        opening.operator("open").is(200);
        opening.order("bob", "pro").is(201);
    }

    @Test
    void defaults_are_filled_in() {
        Opening opening = Opening.on(server);
        Reply launch = opening.look();
        assertEquals("UTC", launch.at("/timeZone"));
        assertEquals("true", launch.at("/changeKeepsPosition"));
        for (String field : new String[] {"/revealAt", "/closesAt", "/termsVersion"}) {
            assertEquals(null, launch.at(field));
        }
        assertEquals("[]", Opening.with(server, "regions", null).look().at("/regions"));
    }

    @Test
    void the_same_definition_again_changes_nothing() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        opening.held("ann", "pro");
        String before = opening.look().text();
        opening.define().is(200);
        assertEquals(before, opening.look().text());
    }

    @Test
    void every_fault_of_a_definition_is_told_at_once() {
        Opening opening = Opening.on(server);
        opening.set("currency", "XXQ", "limitPerMember", 0, "payWithin", "PT0S", "lockAfter", "-P1D");
        opening.set("closesAt", "2020-01-01T00:00:00Z", "regions", java.util.List.of(Opening.region("North!", -1)));
        opening.set("offers", java.util.List.of(Opening.offer("a", -1, 5), Opening.offer("a", 1, 2)));
        Reply reply = opening.define().refused(422, "invalid_launch");
        String paths = String.join(" ", reply.each("/errors", "path"));
        for (String path : new String[] {
            "currency",
            "limitPerMember",
            "payWithin",
            "lockAfter",
            "closesAt",
            "regions[0].id",
            "regions[0].transitWeeks",
            "offers[0].price",
            "offers[1].id",
            "offers[1].deposit"
        }) {
            assertEquals(true, paths.contains(path), path + " is not among " + paths);
        }
    }

    @Test
    void absurd_money_and_wrong_types_are_refused() {
        Opening opening = Opening.on(server);
        for (Object price : new Object[] {-1, 1.5, "1000", Long.MAX_VALUE, new java.math.BigInteger("9".repeat(30))}) {
            opening.set(
                    "offers",
                    java.util.List.of(Map.of("id", "a", "name", Map.of("en", "A"), "price", price, "deposit", 1)));
            assertEquals(422, opening.define().status(), "price " + price);
        }
    }

    @Test
    void a_change_that_breaks_orders_is_refused_and_says_which() {
        Opening opening = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,1");
        opening.held("ann", "pro");
        opening.held("bob", "pro");
        Map<String, Object> pro = Opening.offer("pro", 27_990_000, Opening.PRO_DEPOSIT);
        Map<String, Object> max = Opening.offer("max", 32_990_000, Opening.MAX_DEPOSIT);
        Object[][] breaches = {
            {"offers", java.util.List.of(max), "offers", "pro"},
            {"regions", java.util.List.of(Opening.region("south", 2)), "regions", "north"},
            {"regions", java.util.List.of(Opening.region("north", 1)), "regions", "north"},
            {"currency", "EUR", "currency", "EUR"},
            {"beyondSupply", "refuse", "beyondSupply", "refuse"},
        };
        for (Object[] breach : breaches) {
            Object before = opening.definition.get(breach[0]);
            opening.set(breach[0], breach[1]);
            Reply refused = opening.define().refused(409, "launch_change_breaks_orders");
            assertEquals(breach[2], refused.at("/errors/0/path"));
            assertEquals(breach[3], refused.at("/errors/0/value"));
            opening.set(breach[0], before);
        }
        opening.set("offers", java.util.List.of(pro), "limitPerMember", 5, "payWithin", "PT1H");
        opening.define().is(200);
        assertEquals(5, opening.look().number("/limitPerMember"));
    }

    @Test
    void a_change_of_price_binds_new_orders_alone() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String id = opening.held("ann", "pro");
        opening.set("offers", java.util.List.of(Opening.offer("pro", 10_000, 1_000)));
        opening.define().is(200);
        assertEquals(Opening.PRO_DEPOSIT, opening.order(id).number("/deposit/amount"));
        opening.pay(id, 1_000).is(202);
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        assertEquals(1_000, opening.order("bob", "pro").number("/deposit/amount"));
        assertEquals(27_990_000, opening.order(id).number("/price/amount"));
    }

    @Test
    void operators_acts_are_written_down() {
        Opening opening = opensIn(Duration.ofDays(1));
        opening.operator("open").is(200);
        opening.operator("close").is(200);
        Reply audit =
                server.get("/api/v1/operator/audit?limit=4").byOperator().send().is(200);
        assertEquals(
                "[close_launch, open_launch, upload_supply, define_launch]",
                audit.each("/acts", "act").toString());
        assertEquals(opening.slug, audit.at("/acts/0/subject"));
        Reply older = server.get("/api/v1/operator/audit?limit=1&before=" + audit.at("/acts/2/number"))
                .byOperator()
                .send();
        assertEquals(audit.at("/acts/3/number"), older.at("/acts/0/number"));
    }
}
