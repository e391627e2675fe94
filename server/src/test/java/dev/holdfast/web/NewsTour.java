package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Calls the operations by which operators let colleagues in and have news sent, in every way the document speaks of.
final class NewsTour {
    private final RunningServer server;

    NewsTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        invite();
        listen();
    }

    private void invite() {
        String links = "/api/v1/operator/sign-in-links";
        server.post(links)
                .byOperator()
                .json(Map.of("member", "planner-3", "role", "planner"))
                .send()
                .is(201);
        server.post(links)
                .byOperator()
                .json(Map.of("member", "fan-3", "role", "fan"))
                .send()
                .refused(422, "invalid_invitation");
        server.post(links).byOperator().json(Map.of("to", "me")).send().refused(422, "invalid_request");
        server.post(links).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(links)
                .byOperator()
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }

    private void listen() {
        String hook = "/api/v1/operator/webhooks/crm";
        Map<String, Object> wish = Map.of("url", "https://hooks.example.com/", "events", List.of("promise.moved"));
        server.put(hook).byOperator().json(wish).send().is(201);
        server.put(hook).byOperator().json(wish).send().is(200);
        server.get(hook).byOperator().send().is(200);
        server.get("/api/v1/operator/webhooks").byOperator().send().is(200);
        for (int number = 1; number < 20; number++) {
            server.put(hook + number).byOperator().json(wish).send().is(201);
        }
        server.put(hook + 20).byOperator().json(wish).send().refused(409, "too_many_webhooks");
        for (int number = 1; number < 20; number++) {
            server.call("DELETE", hook + number).byOperator().send().is(204);
        }
        server.call("DELETE", hook).byOperator().send().is(204);
        server.call("DELETE", hook).byOperator().send().refused(404, "unknown_webhook");
        server.get(hook).byOperator().send().refused(404, "unknown_webhook");
        Map<String, Object> inside = Map.of("url", "http://localhost/", "events", List.of("promise.moved"));
        server.put(hook).byOperator().json(inside).send().refused(422, "invalid_webhook");
        server.put(hook).byOperator().json(Map.of("to", "me")).send().refused(422, "invalid_request");
        server.put(hook).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.put(hook)
                .byOperator()
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
    }
}
