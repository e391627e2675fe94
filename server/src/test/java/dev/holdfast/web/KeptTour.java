package dev.holdfast.web;

import java.time.Duration;
import java.util.List;

/// Kept promises in every way that the document speaks of.
final class KeptTour {
    private static final String ORDERS = "/api/v1/orders/";

    private final RunningServer server;

    KeptTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        Opening opening = Opening.on(server).supplied("pro,2026-11-23,2");
        String order = opening.locked("waits", "pro");
        String own = "/api/v1/launches/" + opening.slug + "/kept";
        String desk = opening.operatorPath("/kept");
        server.post(desk).byOperator().send().refused(409, "nothing_promised_yet");
        server.clock().forward(Duration.ofDays(10));
        server.post(desk).byOperator().send().is(201);
        server.post(desk).byOperator().send().is(200);
        server.get("/api/v1/kept").send().is(200);
        server.get(own + "?limit=1").send().is(200);
        server.get(own + "/1?by=week").send().is(200);
        server.get(own + "/1/orders").send().is(200);
        server.get(own + "?limit=x").send().refused(422, "invalid_parameter");
        server.get(own + "/1?by=colour").send().refused(422, "invalid_parameter");
        server.get(ORDERS + order + "/kept").by("waits").send().is(200);
        server.get(ORDERS + order + "/kept").by("other").send().refused(404, "unknown_order");
        for (String file : List.of("", "/orders")) {
            server.get(own + "/99" + file).send().refused(404, "unknown_publication");
            server.get("/api/v1/launches/none/kept/1" + file).send().refused(404, "unknown_launch");
        }
        server.get("/api/v1/launches/none/kept").send().refused(404, "unknown_launch");
        server.post("/api/v1/operator/launches/none/kept").byOperator().send().refused(404, "unknown_launch");
    }
}
