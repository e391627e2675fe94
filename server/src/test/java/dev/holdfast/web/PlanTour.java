package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Calls every operation of planners, and those that compare offers, in every way that the document speaks of.
final class PlanTour {
    private static final String NOWHERE = "/api/v1/launches/nowhere";
    private static final String NO_ORDER_ID = "00000040-0000-8001-9c4e-52a1b0de7f10";

    private final RunningServer server;
    private final Opening opening;

    PlanTour(RunningServer server, Opening opening) {
        this.server = server;
        this.opening = opening;
    }

    void walk() {
        plan();
        refusePlanners();
        compare();
    }

    private void plan() {
        Opening line = Opening.with(server, "beyondSupply", "waitlist").supplied("pro,2027-01-04,2");
        String order = line.held("planned", "pro");
        String plans = line.operatorPath("/plans");
        long first = ask(line);
        server.get(plans).byOperator().send().is(200);
        server.get(plans + "/" + first).byOperator().send().is(200);
        server.get(plans + "/" + first + "/orders/" + order).byOperator().send().is(200);
        server.post(plans + "?wait=0").byOperator().json(Map.of()).send().is(202);
        server.post(plans + "/" + first + "/publish").byOperator().send().is(200);
        line.supplied("pro,2027-01-11,2");
        long second = ask(line);
        long third = ask(line);
        server.post(plans + "/" + second + "/publish").byOperator().send().is(200);
        server.post(plans + "/" + third + "/publish").byOperator().send().refused(409, "plan_stale");
        server.get(line.operatorPath("/room")).byOperator().send().is(200);
        server.post(line.operatorPath("/what-if"))
                .byOperator()
                .json(Map.of("scenarios", List.of(Map.of("name", "none"))))
                .send()
                .is(200);
    }

    private long ask(Opening line) {
        Reply asked = server.post(line.operatorPath("/plans"))
                .byOperator()
                .json(Map.of())
                .send()
                .is(201);
        return asked.number("/run");
    }

    private void refusePlanners() {
        String plans = opening.operatorPath("/plans");
        String nowhere = "/api/v1/operator/launches/nowhere";
        for (String path : List.of(plans, opening.operatorPath("/what-if"))) {
            server.post(path).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
            server.post(path)
                    .byOperator()
                    .body("application/json", " ".repeat(300_000))
                    .send()
                    .refused(413, "body_too_large");
            server.post(path).byOperator().json(Map.of("rule", "best")).send().refused(422, "invalid_request");
        }
        server.post(plans + "?wait=soon").byOperator().json(Map.of()).send().refused(422, "invalid_parameter");
        server.post(nowhere + "/plans").byOperator().json(Map.of()).send().refused(404, "unknown_launch");
        server.post(nowhere + "/what-if").byOperator().json(Map.of()).send().refused(404, "unknown_launch");
        for (String path : List.of("/plans", "/plans/1", "/plans/1/orders/" + NO_ORDER_ID, "/room")) {
            server.get(nowhere + path).byOperator().send().refused(404, "unknown_launch");
        }
        server.post(nowhere + "/plans/1/publish").byOperator().send().refused(404, "unknown_launch");
        server.post(plans + "/99/publish").byOperator().send().refused(404, "unknown_plan");
        server.post(plans + "/99/publish")
                .byOperator()
                .body("application/json", " ".repeat(70_000))
                .send()
                .refused(413, "body_too_large");
        server.get(plans + "/99").byOperator().send().refused(404, "unknown_plan");
        server.get(plans + "/99/orders/" + NO_ORDER_ID).byOperator().send().refused(404, "unknown_plan");
        server.get(opening.operatorPath("/room?weeks=0")).byOperator().send().refused(422, "invalid_parameter");
        long guess = server.post(plans)
                .byOperator()
                .json(Map.of("forecast", true))
                .send()
                .is(201)
                .number("/run");
        server.get(plans + "/" + guess + "/orders/" + NO_ORDER_ID)
                .byOperator()
                .send()
                .refused(404, "unknown_order");
        server.post(plans + "/" + guess + "/publish").byOperator().send().refused(409, "plan_not_publishable");
    }

    private void compare() {
        String path = "/api/v1/launches/" + opening.slug + "/alternatives";
        server.get(path + "?offer=pro&region=south").send().is(200);
        server.get(path).send().refused(422, "invalid_parameter");
        server.get(path + "?offer=none").send().refused(422, "unknown_offer");
        server.get(path + "?offer=pro&region=moon").send().refused(422, "unknown_region");
        server.get(NOWHERE + "/alternatives?offer=pro").send().refused(404, "unknown_launch");
        Opening open = Opening.on(server).supplied("pro,2027-01-04,1", "max,2027-01-11,1");
        String order = open.held("chooser", "pro");
        server.get("/api/v1/orders/" + order + "/alternatives")
                .by("chooser")
                .send()
                .is(200);
        server.get("/api/v1/orders/" + NO_ORDER_ID + "/alternatives")
                .by("chooser")
                .send()
                .refused(404, "unknown_order");
    }
}
