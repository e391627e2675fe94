package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// The review of an order in every way that the document speaks of.
final class ReviewTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";

    private final RunningServer server;
    private final Opening opening;

    ReviewTour(RunningServer server) {
        this.server = server;
        this.opening =
                Opening.with(server, "entry", Map.of("screening", Map.of())).supplied("pro,2027-01-04,9");
    }

    void walk() {
        String id = opening.placed("screened", "pro");
        String own = "/api/v1/orders/" + id;
        String desk = "/api/v1/operator/reviews/" + id;
        server.get(own + "/review").by("screened").send().is(200);
        server.hold(id);
        server.get(own + "/review").by("screened").send().is(200);
        server.get(own + "/review").by("another").send().refused(404, "unknown_order");
        opening.act("screened", id, "lock").refused(409, "under_review");
        server.get(opening.operatorPath("/reviews")).byOperator().send().is(200);
        server.get(opening.operatorPath("/reviews?limit=0")).byOperator().send().refused(422, "invalid_parameter");
        server.get("/api/v1/operator/launches/nowhere/reviews")
                .byOperator()
                .send()
                .refused(404, "unknown_launch");
        Map<String, Object> words = Map.of("text", "One card, four sisters.");
        server.post(own + "/appeal").by("screened").json(words).send().is(200);
        server.post(own + "/appeal").by("screened").json(words).send().refused(409, "nothing_to_review");
        server.post(desk + "/answer").byOperator().json(words).send().is(200);
        server.post(desk + "/answer").byOperator().json(words).send().refused(409, "nothing_to_review");
        Map<String, Object> keep = Map.of("act", "keep", "reason", "It is a family.");
        server.post(desk + "/decide").byOperator().json(keep).send().is(200);
        server.post(desk + "/decide")
                .byOperator()
                .json(Map.of("act", "release", "reason", "No."))
                .send()
                .refused(409, "nothing_to_review");
        refuse(own + "/appeal", "screened");
        refuse(desk + "/answer", "operator");
        refuse(desk + "/decide", "operator");
        server.post("/api/v1/orders/" + NO_ORDER + "/appeal")
                .by("screened")
                .json(words)
                .send()
                .refused(404, "unknown_order");
        server.get("/api/v1/orders/" + NO_ORDER + "/review")
                .by("screened")
                .send()
                .refused(404, "unknown_order");
        for (String act : List.of("/decide", "/answer")) {
            server.post("/api/v1/operator/reviews/" + NO_ORDER + act)
                    .byOperator()
                    .json(act.equals("/decide") ? keep : words)
                    .send()
                    .refused(404, "unknown_order");
        }
    }

    private void refuse(String path, String who) {
        String[] roles = who.equals("operator") ? new String[] {"operator"} : new String[0];
        server.post(path).by(who, roles).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path).by(who, roles).json(Map.of()).send().refused(422, "invalid_request");
        server.post(path)
                .by(who, roles)
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }
}
