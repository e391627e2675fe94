package dev.holdfast.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Calls every operation in every way that the document speaks of.
final class Tour {
    private static final String NOWHERE = "/api/v1/launches/nowhere";
    private static final String NO_ORDER_ID = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final String NO_ORDER = "/api/v1/orders/" + NO_ORDER_ID;

    private final RunningServer server;
    private final Opening opening;

    Tour(RunningServer server) {
        this.server = server;
        this.opening = Opening.with(server, "limitPerMember", 2).supplied("pro,2027-01-04,3", "max,2027-01-11,1");
    }

    void walk() {
        look();
        refuseStrangers();
        place();
        refuseToPlace();
        actOnOrders();
        refuseActs();
        report();
        operate();
        refuseOperators();
        new PlannerTour(server, opening).walk();
        new PlanTour(server, opening).walk();
        new LobbyTour(server, opening).walk();
        new ReviewTour(server).walk();
        new DeliveryTour(server).walk();
        new NetworkTour(server).walk();
        new HandOverTour(server).walk();
        new SlotTour(server).walk();
        new ServiceTour(server).walk();
        new WorkTour(server).walk();
        new QualityTour(server).walk();
        new RemedyTour(server).walk();
        new BalanceTour(server).walk();
        new CampaignTour(server).walk();
        new PhoneTour(server).walk();
        new EventTour(server).walk();
        new WishTour(server).walk();
        new TallyTour(server).walk();
        new MergeTour(server).walk();
        new IntegrityTour(server).walk();
        new PointsTour(server).walk();
        new ReferralTour(server).walk();
        new AnswerTour(server).walk();
        new RoundTour(server).walk();
        new CouncilTour(server).walk();
        new StoryTour(server).walk();
        new KeptTour(server).walk();
        new Hasty(server).askTooOften();
    }

    private void look() {
        for (String path : List.of("/api/v1/launches", "/api/v1/launches/" + opening.slug)) {
            server.get(path).send().is(200);
            server.get(path).bearer("forged").send().refused(401, "token_invalid");
        }
        opening.line().is(200);
        server.get(NOWHERE).send().refused(404, "unknown_launch");
        server.get(NOWHERE + "/line").send().refused(404, "unknown_launch");
        server.get("/api/v1/openapi.json").send().is(200);
        server.get("/healthz").send().is(200);
        server.get("/readyz").send().is(200);
        server.get("/metrics").byOperator().send().is(200);
    }

    /// Every operation for which somebody must be known: without a token, with a bad one, and with the wrong role.
    private void refuseStrangers() {
        for (OpenApi.Operation operation : server.document().operations()) {
            if (operation.node().at("/responses/403").isMissingNode()) {
                continue;
            }
            String path = operation
                    .path()
                    .replace("{slug}", opening.slug)
                    .replace("{file}", "bom")
                    .replace("{name}", "none")
                    .replace("{run}", "1")
                    .replace("{number}", "1")
                    .replace("{recall}", "1")
                    .replace("{order}", NO_ORDER_ID)
                    .replace("{id}", NO_ORDER_ID);
            server.call(operation.method(), path).send().refused(401, "token_missing");
            server.call(operation.method(), path).bearer("forged").send().refused(401, "token_invalid");
            String stranger = operation.node().path("security").toString().contains("store") ? "partner" : "store";
            server.call(operation.method(), path).by("shop", stranger).send().refused(403, "wrong_role");
        }
    }

    private void place() {
        Map<String, Object> wish = Map.of("offer", "pro", "region", "south", "channel", "app");
        opening.wish("tourist", "one", wish).send().is(201);
        opening.wish("tourist", "one", wish).send().is(200);
        server.get("/api/v1/orders").by("tourist").send().is(200);
        server.get("/api/v1/me/export").by("tourist").send().is(200);
    }

    private void refuseToPlace() {
        Map<String, Object> wish = Map.of("offer", "pro");
        String path = "/api/v1/launches/" + opening.slug + "/orders";
        server.post(path).by("tourist").json(wish).send().refused(400, "idempotency_key_missing");
        opening.wish("tourist", "a b", wish).send().refused(400, "idempotency_key_invalid");
        server.post(path)
                .by("tourist")
                .key("k")
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.post(path)
                .by("tourist")
                .key("k")
                .json(Map.of("offer", "x".repeat(20_000)))
                .send()
                .refused(413, "body_too_large");
        opening.wish("tourist", Map.of("colour", "red")).send().refused(422, "invalid_request");
        opening.wish("tourist", "one", wish).send().refused(422, "idempotency_key_reused");
        opening.wish("tourist", Map.of("offer", "none")).send().refused(422, "unknown_offer");
        opening.wish("tourist", Map.of("offer", "pro", "region", "moon")).send().refused(422, "unknown_region");
        server.post(NOWHERE + "/orders")
                .by("tourist")
                .key("k")
                .json(wish)
                .send()
                .refused(404, "unknown_launch");
        opening.held("tourist", "pro");
        opening.order("tourist", "pro").refused(409, "member_limit_reached");
        opening.held("second", "max");
        opening.order("third", "max").refused(409, "sold_out");
        Opening.with(server, "entry", Map.of("verified", "mail"))
                .order("third", "max")
                .refused(409, "contact_not_verified");
        Opening closed = Opening.on(server);
        closed.operator("close").is(200);
        closed.order("tourist", "pro").refused(409, "launch_not_open");
        Opening terms = Opening.with(server, "termsVersion", "2026-11").supplied("pro,2027-01-04,1");
        terms.order("tourist", "pro").refused(409, "terms_not_accepted");
    }

    private void actOnOrders() {
        String id = opening.placed("actor", "pro");
        opening.server.get("/api/v1/orders/" + id).by("actor").send().is(200);
        opening.change("actor", id, "max").refused(409, "sold_out");
        opening.change("actor", id, "none").refused(422, "unknown_offer");
        server.post("/api/v1/orders/" + id + "/change?preview=maybe")
                .by("actor")
                .json(Map.of("offer", "pro"))
                .send()
                .refused(422, "invalid_parameter");
        opening.change("actor", id, "pro").is(200);
        receipts(id);
        opening.act("actor", id, "lock").is(200);
        opening.act("actor", id, "lock").refused(409, "wrong_state");
        opening.change("actor", id, "pro").refused(409, "wrong_state");
        opening.act("actor", id, "cancel").refused(409, "confirm_forfeit");
        opening.act("actor", id, "cancel", Map.of("forfeit", true)).is(200);
        opening.act("actor", id, "cancel").refused(409, "wrong_state");
        opening.act("actor", id, "consent", Map.of("keep", true)).refused(409, "wrong_state");
        answerDelay();
        settle();
    }

    private void answerDelay() {
        Opening late = Opening.on(server).supplied("pro,2027-01-04,2");
        String id = late.placed("actor", "pro");
        late.act("actor", id, "consent", Map.of("keep", true)).refused(409, "nothing_asked");
        late.supplied("pro,2027-04-05,2");
        server.get(late.operatorPath("/consents")).byOperator().send().is(200);
        late.act("actor", id, "consent", Map.of("keep", true)).is(200);
        late.order(id).is(200);
    }

    private void settle() {
        Opening late = Opening.with(
                        server,
                        "compensation",
                        List.of(Map.of("id", "late", "amount", Map.of("fixed", 1_000), "setOff", false)))
                .supplied("pro,2027-01-04,2");
        String id = late.placed("actor", "pro");
        late.supplied("pro,2027-04-05,2");
        Reply owed = server.get(late.operatorPath("/compensations?limit=1"))
                .byOperator()
                .send()
                .is(200);
        String path = "/api/v1/operator/orders/" + id + "/compensations/";
        Map<String, Object> wish =
                Map.of("way", "paid", "amount", Map.of("amount", 1_000, "currency", "CNY"), "reference", "7");
        server.post(path + 9_999_999).byOperator().json(wish).send().refused(404, "unknown_compensation");
        String own = path + owed.node("/compensations/0/number");
        server.post(own).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.post(own).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(own)
                .byOperator()
                .json(Map.of("reference", "x".repeat(20_000)))
                .send()
                .refused(413, "body_too_large");
        server.post(own).byOperator().json(wish).send().is(200);
        server.post(own).byOperator().json(wish).send().is(200);
        Map<String, Object> other = new HashMap<>(wish);
        other.put("reference", "8");
        server.post(own).byOperator().json(other).send().refused(409, "compensation_settled");
        late.order(id).is(200);
        refuseToSettle(late, wish);
    }

    /// One order owed by two rules, in the two ways.
    private void refuseToSettle(Opening late, Map<String, Object> wish) {
        late.set(
                "compensation",
                List.of(
                        Map.of("id", "off", "amount", Map.of("fixed", 1_000)),
                        Map.of("id", "cash", "amount", Map.of("fixed", 1_000), "setOff", false)));
        late.define().is(200);
        String id = late.placed("second", "pro");
        late.supplied("pro,2027-07-05,2");
        String own = "/api/v1/operator/orders/" + id + "/compensations/";
        for (JsonNode owed : server.get(late.operatorPath("/compensations"))
                .byOperator()
                .send()
                .is(200)
                .node("/compensations")) {
            if (owed.at("/order").stringValue().equals(id)) {
                Call call = server.post(own + owed.at("/number")).byOperator().json(wish);
                if (owed.at("/rule").stringValue().equals("off")) {
                    call.send().refused(409, "wrong_way");
                    late.act("second", id, "cancel").is(200);
                    call.send().refused(409, "compensation_lapsed");
                } else {
                    Map<String, Object> less = new HashMap<>(wish);
                    less.put("amount", Map.of("amount", 1, "currency", "CNY"));
                    server.post(own + owed.at("/number"))
                            .byOperator()
                            .json(less)
                            .send()
                            .refused(422, "wrong_amount");
                }
            }
        }
        server.post("/api/v1/operator/orders/none/compensations/1")
                .byOperator()
                .json(wish)
                .send()
                .refused(404, "unknown_order");
    }

    private void receipts(String id) {
        var receipt = server.get("/api/v1/orders/" + id + "/receipt")
                .by("actor")
                .send()
                .is(200);
        server.get("/api/v1/receipts/key").send().is(200);
        for (String text : List.of(receipt.text(), receipt.text().replace("position: ", "position: 1"), "")) {
            server.post("/api/v1/receipts/check")
                    .body("text/plain", text)
                    .send()
                    .is(200);
        }
        server.post("/api/v1/receipts/check")
                .body("text/plain", "x".repeat(5_000))
                .send()
                .refused(413, "body_too_large");
    }

    private void refuseActs() {
        server.get(NO_ORDER + "/receipt").by("actor").send().refused(404, "unknown_order");
        server.get(NO_ORDER).by("actor").send().refused(404, "unknown_order");
        server.post(NO_ORDER + "/lock").by("actor").send().refused(404, "unknown_order");
        for (String act : List.of("/cancel", "/change", "/consent")) {
            server.post(NO_ORDER + act)
                    .by("actor")
                    .json(Map.of("offer", "x".repeat(20_000)))
                    .send()
                    .refused(413, "body_too_large");
            server.post(NO_ORDER + act)
                    .by("actor")
                    .body("application/json", "{")
                    .send()
                    .refused(400, "malformed_json");
            server.post(NO_ORDER + act)
                    .by("actor")
                    .json(Map.of("colour", 1))
                    .send()
                    .refused(422, "invalid_request");
        }
        server.post(NO_ORDER + "/cancel").by("actor").send().refused(404, "unknown_order");
        server.post(NO_ORDER + "/consent")
                .by("actor")
                .json(Map.of("keep", true))
                .send()
                .refused(404, "unknown_order");
        server.post(NO_ORDER + "/change")
                .by("actor")
                .json(Map.of("offer", "pro"))
                .send()
                .refused(404, "unknown_order");
    }

    private void report() {
        String id = opening.held("payer", "pro");
        opening.pay(id, Opening.PRO_DEPOSIT).is(204);
        opening.pay("nothing", 1).is(202);
        server.event(Map.of("type", "payment.succeeded")).refused(400, "malformed_event");
        server.deliver("late", server.clock().instant().minus(Duration.ofHours(1)), "{}", RunningServer.WEBHOOK_SECRET)
                .refused(401, "signature_invalid");
        server.post("/api/v1/payments/barter/events")
                .body("application/json", "{}")
                .send()
                .refused(404, "unknown_provider");
        server.post(RunningServer.EVENTS)
                .body("application/json", "x".repeat(300_000))
                .send()
                .refused(413, "body_too_large");
    }

    private void operate() {
        new NewsTour(server).walk();
        opening.define().is(200);
        server.get(opening.operatorPath("")).byOperator().send().is(200);
        opening.operator("open").is(200);
        opening.operator("pause").is(200);
        opening.operator("resume").is(200);
        opening.operator("close").is(200);
        opening.page("").is(200);
        server.get("/api/v1/operator/payments/unmatched").byOperator().send().is(200);
        server.get("/api/v1/operator/audit?limit=5").byOperator().send().is(200);
        server.get("/api/v1/operator/ledger").byOperator().send().is(200);
        server.get("/api/v1/operator/mail?limit=5").byOperator().send().is(200);
        opening.supplied("pro,2027-01-04,9", "max,2027-01-11,1");
        server.get(opening.operatorPath("/metrics")).byOperator().send().is(200);
        server.get(opening.operatorPath("/odds")).byOperator().send().is(200);
    }

    private void refuseOperators() {
        String nowhere = "/api/v1/operator/launches/nowhere";
        server.get(nowhere).byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/metrics").byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/odds").byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/orders").byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/consents").byOperator().send().refused(404, "unknown_launch");
        server.get(nowhere + "/compensations").byOperator().send().refused(404, "unknown_launch");
        server.post(nowhere + "/open").byOperator().send().refused(404, "unknown_launch");
        server.post(nowhere + "/close").byOperator().send().refused(404, "unknown_launch");
        server.post(nowhere + "/pause").byOperator().send().refused(404, "unknown_launch");
        server.post(nowhere + "/resume").byOperator().send().refused(404, "unknown_launch");
        server.put(nowhere + "/supply").byOperator().body("text/csv", "").send().refused(404, "unknown_launch");
        for (String path : List.of(
                opening.operatorPath("/orders"),
                opening.operatorPath("/consents"),
                opening.operatorPath("/compensations"),
                "/api/v1/operator/payments/unmatched",
                "/api/v1/operator/audit",
                "/api/v1/operator/mail")) {
            server.get(path + "?limit=0").byOperator().send().refused(422, "invalid_parameter");
        }
        server.put(nowhere).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.put(nowhere).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.put(nowhere)
                .byOperator()
                .body("application/json", " ".repeat(1_100_000))
                .send()
                .refused(413, "body_too_large");
        opening.supply("pro,2027-01-05,1").refused(422, "invalid_supply");
        server.put(opening.operatorPath("/supply"))
                .byOperator()
                .body("text/csv", BodyPublishers.ofByteArray(new byte[65 * 1024 * 1024]))
                .send()
                .refused(413, "body_too_large");
        opening.set("limitPerMember", 0);
        opening.define().refused(422, "invalid_launch");
        opening.set("limitPerMember", 1, "currency", "EUR");
        opening.define().refused(409, "launch_change_breaks_orders");
        String past = server.clock().instant().minusSeconds(1).toString();
        Opening.with(server, "closesAt", past).operator("open").refused(409, "launch_over");
    }
}
