package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Points over HTTP: earned, put aside, handed over, taken back, and added up again from what members are shown.
@ExtendWith(RunningServer.Shared.class)
class PointsContractTest {
    private static final String DESK = "/api/v1/operator/points/";

    private final RunningServer server;
    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String rule = "rule-" + word;
    private final String reward = "reward-" + word;
    private final String member = "fan-" + word;

    PointsContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply rule(Map<String, Object> more) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "name",
                Map.of("en", "Test drive", "zh", "试驾"),
                "points",
                100,
                "timeZone",
                "UTC",
                "life",
                "P365D",
                "spent",
                "owed"));
        wish.putAll(more);
        return server.put(DESK + "rules/" + rule).byOperator().json(wish).send();
    }

    private void reward(long price) {
        server.put(DESK + "rewards/" + reward)
                .byOperator()
                .json(Map.of(
                        "name",
                        Map.of("en", "Cup", "zh", "杯子"),
                        "price",
                        price,
                        "stock",
                        5,
                        "holdFor",
                        "P7D",
                        "returnWithin",
                        "P14D"))
                .send()
                .is(200);
    }

    private Reply earn(String activity) {
        return server.post(DESK + "earnings")
                .byOperator()
                .json(Map.of("member", member, "rule", rule, "activity", word + activity))
                .send();
    }

    private Reply reserve(String key) {
        return server.post("/api/v1/me/points/reservations")
                .by(member)
                .key(key)
                .json(Map.of("reward", reward))
                .send();
    }

    private long in(String account) {
        return statement("").node("/accounts/" + account).longValue();
    }

    private Reply statement(String query) {
        return server.get("/api/v1/me/points" + query).by(member).send().is(200);
    }

    @Test
    void every_page_of_a_statement_together_adds_up_to_what_it_says() {
        rule(Map.of());
        reward(30);
        for (int activity = 0; activity < 5; activity++) {
            earn("-" + activity).is(201);
        }
        long number = reserve("one").is(201).node("/number").longValue();
        server.post(DESK + "reservations/" + number + "/confirm")
                .byOperator()
                .send()
                .is(200);
        Map<String, Long> added = new TreeMap<>();
        int entries = 0;
        @Nullable String before = "";
        while (before != null) {
            JsonNode page = statement("?limit=3" + before).json();
            for (JsonNode entry : page.at("/entries")) {
                entries++;
                added.merge(
                        entry.at("/from").stringValue(), -entry.at("/points").longValue(), Long::sum);
                added.merge(entry.at("/to").stringValue(), entry.at("/points").longValue(), Long::sum);
            }
            JsonNode next = page.at("/next");
            before = next.isNull() ? null : "&before=" + next.longValue();
        }
        assertEquals(12, entries);
        added.forEach((account, points) -> assertEquals(points, in(account), account));
        assertEquals(0, added.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(470, in("active"));
        assertEquals(30, in("spent"));
    }

    @Test
    void the_report_adds_up_to_zero_and_knows_when_what_is_owed_expires() {
        rule(Map.of("activeAfter", "PT48H"));
        earn("-late").is(201);
        JsonNode report =
                server.get(DESK + "report").byOperator().send().is(200).json();
        long accounts = 0;
        for (JsonNode account : report.at("/accounts")) {
            accounts += account.longValue();
        }
        assertEquals(0, accounts);
        long own = 0;
        for (JsonNode sum : report.at("/sums")) {
            if (sum.at("/rule").stringValue().equals(rule)
                    && sum.at("/account").stringValue().equals("pending")) {
                own += sum.at("/points").longValue();
                assertEquals("2027-11-01", sum.at("/month").stringValue());
            }
        }
        assertEquals(100, own);
        assertTrue(report.at("/liability").longValue() >= 100);
    }

    @Test
    void a_member_sees_at_once_what_became_of_points_by_themselves() {
        rule(Map.of("activeAfter", "PT1H"));
        reward(100);
        earn("-soon").is(201);
        assertEquals(100, in("pending"));
        reserve("early").refused(409, "too_few_points");
        server.clock().forward(Duration.ofHours(1));
        reserve("now").is(201);
    }

    @Test
    void each_act_of_an_operator_is_in_the_audit_trail() {
        rule(Map.of());
        reward(100);
        earn("-once").is(201);
        earn("-once").is(200);
        long number = reserve("one").is(201).node("/number").longValue();
        server.post(DESK + "reservations/" + number + "/release")
                .byOperator()
                .json(Map.of("note", "Out of order"))
                .send()
                .is(200);
        server.post(DESK + "clawbacks")
                .byOperator()
                .json(Map.of("rule", rule, "activity", word + "-once", "reason", "Nobody came"))
                .send()
                .is(200);
        JsonNode acts = server.get("/api/v1/operator/audit?limit=5")
                .byOperator()
                .send()
                .is(200)
                .json();
        String trail = acts.toString();
        for (String act : new String[] {
            "define_points_rule", "define_reward", "earn_points", "released_reward", "claw_back_points"
        }) {
            assertTrue(trail.contains(act), act + " in " + trail);
        }
        assertEquals(1, trail.split("earn_points", -1).length - 1, "what was told twice is one act");
    }

    @Test
    void a_rule_that_could_never_be_spent_is_refused() {
        rule(Map.of("activeAfter", "P366D")).refused(422, "invalid_request");
        rule(Map.of("points", 0)).refused(422, "invalid_request");
        rule(Map.of("points", 1.5)).refused(422, "invalid_request");
        rule(Map.of("name", Map.of("en", "Only English"))).refused(422, "invalid_request");
    }

    @Test
    void nobody_gives_up_what_somebody_else_reserved() {
        rule(Map.of());
        reward(100);
        earn("-1").is(201);
        long number = reserve("one").is(201).node("/number").longValue();
        server.post("/api/v1/me/points/reservations/" + number + "/release")
                .by("stranger-" + word)
                .send()
                .refused(404, "unknown_reservation");
    }
}
