package dev.holdfast.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Points in every way that the document speaks of.
final class PointsTour {
    private static final String DESK = "/api/v1/operator/points/";
    private static final String OWN = "/api/v1/me/points";
    private static final String RESERVATIONS = OWN + "/reservations";
    private static final Map<String, String> NAME = Map.of("en", "Cup", "zh", "杯子");

    private final RunningServer server;

    PointsTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        define();
        String number = spend();
        refuse(number);
        badBodies();
        for (String list : List.of("rules", "rewards", "reservations", "report")) {
            server.get(DESK + list).byOperator().send().is(200);
        }
        server.get("/api/v1/points/rules").send().is(200);
        server.get("/api/v1/points/rewards").send().is(200);
        server.get(DESK + "reservations?state=gone").byOperator().send().refused(422, "invalid_parameter");
        server.get(OWN + "?limit=0").by("spender").send().refused(422, "invalid_parameter");
        hasty("/api/v1/points/rules");
        hasty("/api/v1/points/rewards");
    }

    /// What anybody may ask is limited for each network.
    private void hasty(String path) {
        Reply last = server.get(path).send();
        for (int i = 0; i < 1_000 && last.status() != 429; i++) {
            last = server.get(path).send();
        }
        last.refused(429, "too_many_requests");
    }

    private void define() {
        rule("tour", true).is(200);
        rule("tour-closed", false).is(200);
        reward("cup", 100, 2, true).is(200);
        reward("tour-gone", 1, 0, true).is(200);
        reward("tour-closed", 1, 1, false).is(200);
    }

    private Reply rule(String name, boolean open) {
        return server.put(DESK + "rules/" + name)
                .byOperator()
                .json(Map.of(
                        "name",
                        NAME,
                        "points",
                        300,
                        "timeZone",
                        "Asia/Shanghai",
                        "life",
                        "P365D",
                        "spent",
                        "owed",
                        "open",
                        open))
                .send();
    }

    private Reply reward(String name, long price, long stock, boolean open) {
        return server.put(DESK + "rewards/" + name)
                .byOperator()
                .json(Map.of(
                        "name",
                        NAME,
                        "price",
                        price,
                        "stock",
                        stock,
                        "holdFor",
                        "P7D",
                        "returnWithin",
                        "P14D",
                        "open",
                        open))
                .send();
    }

    private Reply earn(String member, String rule, String activity) {
        return server.post(DESK + "earnings")
                .byOperator()
                .json(Map.of("member", member, "rule", rule, "activity", activity))
                .send();
    }

    private Reply reserve(String member, String key, String reward) {
        return server.post(RESERVATIONS)
                .by(member)
                .key(key)
                .json(Map.of("reward", reward))
                .send();
    }

    private Reply step(String number, String act) {
        return server.post(DESK + "reservations/" + number + "/" + act)
                .byOperator()
                .json(Map.of("note", "at the counter"))
                .send();
    }

    /// @return the number of a reservation that came to its end
    private String spend() {
        earn("spender", "tour", "drive-1").is(201);
        earn("spender", "tour", "drive-1").is(200);
        earn("another", "tour", "drive-1").refused(409, "activity_of_another");
        earn("spender", "tour-closed", "drive-2").refused(409, "points_rule_closed");
        earn("spender", "tour-unknown", "drive-2").refused(404, "unknown_points_rule");
        String first = number(reserve("spender", "one", "cup").is(201));
        reserve("spender", "one", "cup").is(200);
        reserve("spender", "one", "tour-closed").refused(422, "idempotency_key_reused");
        server.get(OWN).by("spender").send().is(200);
        server.get(RESERVATIONS).by("spender").send().is(200);
        reserve("poor", "one", "cup").refused(409, "too_few_points");
        reserve("spender", "two", "tour-gone").refused(409, "reward_gone");
        reserve("spender", "two", "tour-closed").refused(409, "reward_closed");
        reserve("spender", "two", "tour-unknown").refused(404, "unknown_reward");
        release("spender", first).is(200);
        release("spender", first).refused(409, "reservation_over");
        release("another", first).refused(404, "unknown_reservation");
        String second = number(reserve("spender", "three", "cup").is(201));
        step(second, "confirm").is(200);
        reward("cup", 100, 0, true).refused(409, "stock_taken");
        step(second, "return").is(200);
        step(number(reserve("spender", "four", "cup").is(201)), "release").is(200);
        clawBack("drive-1").is(200);
        clawBack("drive-0").refused(404, "unknown_activity");
        return second;
    }

    private static String number(Reply reservation) {
        return String.valueOf(reservation.node("/number").longValue());
    }

    private Reply release(String member, String number) {
        return server.post(RESERVATIONS + "/" + number + "/release").by(member).send();
    }

    private Reply clawBack(String activity) {
        return server.post(DESK + "clawbacks")
                .byOperator()
                .json(Map.of("rule", "tour", "activity", activity, "reason", "Nobody came"))
                .send();
    }

    private void refuse(String over) {
        for (String act : List.of("confirm", "release", "return")) {
            step(over, act).refused(409, "reservation_over");
            step("0", act).refused(404, "unknown_reservation");
        }
        server.post(RESERVATIONS).by("spender").json(Map.of()).send().refused(400, "idempotency_key_missing");
        server.post(RESERVATIONS)
                .by("spender")
                .key("a b")
                .json(Map.of())
                .send()
                .refused(400, "idempotency_key_invalid");
    }

    private void badBodies() {
        Map<String, String> paths = new HashMap<>();
        for (String put : List.of("rules/tour", "rewards/cup")) {
            paths.put(DESK + put, "PUT");
        }
        for (String post : List.of(
                "earnings", "clawbacks", "reservations/1/confirm", "reservations/1/release", "reservations/1/return")) {
            paths.put(DESK + post, "POST");
        }
        paths.forEach((path, method) -> {
            server.call(method, path)
                    .byOperator()
                    .body("application/json", "{")
                    .send()
                    .refused(400, "malformed_json");
            server.call(method, path).byOperator().json(Map.of("x", 1)).send().refused(422, "invalid_request");
            server.call(method, path)
                    .byOperator()
                    .body("application/json", " ".repeat(20_000))
                    .send()
                    .refused(413, "body_too_large");
        });
        Call own = server.post(RESERVATIONS).by("spender").key("k");
        own.body("application/json", "{").send().refused(400, "malformed_json");
        server.post(RESERVATIONS).by("spender").key("k").json(Map.of()).send().refused(422, "invalid_request");
        server.post(RESERVATIONS)
                .by("spender")
                .key("k")
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }
}
