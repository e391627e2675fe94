package dev.holdfast.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/// The part of the [Tour] that planners walk.
final class PlannerTour {
    private static final String NOWHERE = "/api/v1/operator/launches/nowhere";

    private final RunningServer server;
    private final Opening opening;

    PlannerTour(RunningServer server, Opening opening) {
        this.server = server;
        this.opening = opening;
    }

    void walk() {
        tellWhatThereIs();
        look();
        refuse();
    }

    private void tellWhatThereIs() {
        put("bom", "parent,child,quantity,leadTimeWeeks\npro,battery,1,2\n").is(200);
        events(Map.of("source", "portal", "events", List.of(commitment("one", 5))))
                .is(200);
        server.post(opening.operatorPath("/supply-events?source=sheet"))
                .by("planner", "planner")
                .body("text/csv", "commitment,component,quantity,week,status\nPO-9,battery,1,2027-01-04,forecast\n")
                .send()
                .is(200);
    }

    private void look() {
        for (String path : List.of("/master", "/master/bom", "/master/bom?version=1", "/supply-events?after=1")) {
            server.get(opening.operatorPath(path))
                    .by("planner", "planner")
                    .send()
                    .is(200);
        }
    }

    private void refuse() {
        for (String path : List.of("/master", "/master/bom", "/supply-events")) {
            server.get(NOWHERE + path).byOperator().send().refused(404, "unknown_launch");
        }
        server.get(opening.operatorPath("/master/stock")).byOperator().send().refused(404, "unknown_master_file");
        put("recipes", "a,b\n").refused(404, "unknown_master_file");
        server.put(NOWHERE + "/master/bom")
                .byOperator()
                .body("text/csv", "")
                .send()
                .refused(404, "unknown_launch");
        server.post(NOWHERE + "/supply-events")
                .byOperator()
                .json(Map.of("events", List.of()))
                .send()
                .refused(404, "unknown_launch");
        for (String path : List.of("/master?limit=0", "/master/bom?version=x", "/supply-events?after=-1")) {
            server.get(opening.operatorPath(path)).byOperator().send().refused(422, "invalid_parameter");
        }
        refuseFiles();
        refuseEvents();
    }

    private void refuseFiles() {
        put("bom", "parent,child,quantity,leadTimeWeeks\npro,battery,0,2\n").refused(422, "invalid_master_data");
        json("{").refused(400, "malformed_json");
        json("{}").refused(422, "invalid_request");
        json("[{\"parent\": []}]").refused(422, "invalid_request");
        put("bom?source=" + "x".repeat(300), "").refused(422, "invalid_parameter");
        server.put(opening.operatorPath("/master/bom"))
                .byOperator()
                .body("text/csv", BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024]))
                .send()
                .refused(413, "body_too_large");
    }

    private void refuseEvents() {
        events(Map.of("source", "portal", "events", List.of(commitment("one", 6))))
                .refused(409, "supply_event_differs");
        events(Map.of("events", List.of(commitment("two", -1)))).refused(422, "invalid_supply_event");
        events(Map.of("news", List.of())).refused(422, "invalid_request");
        events(Map.of("source", "x".repeat(300), "events", List.of())).refused(422, "invalid_parameter");
        server.post(opening.operatorPath("/supply-events"))
                .byOperator()
                .body("application/json", "[")
                .send()
                .refused(400, "malformed_json");
        server.post(opening.operatorPath("/supply-events"))
                .byOperator()
                .body("text/csv", BodyPublishers.ofByteArray(new byte[33 * 1024 * 1024]))
                .send()
                .refused(413, "body_too_large");
    }

    private static Map<String, Object> commitment(String id, int quantity) {
        return Map.of(
                "id",
                id,
                "commitment",
                "PO-1",
                "component",
                "battery",
                "quantity",
                quantity,
                "week",
                "2027-01-04",
                "status",
                "committed");
    }

    private Reply put(String file, String csv) {
        return server.put(opening.operatorPath("/master/" + file))
                .by("planner", "planner")
                .body("text/csv", csv)
                .send();
    }

    private Reply json(String body) {
        return server.put(opening.operatorPath("/master/bom"))
                .byOperator()
                .body("application/json", body)
                .send();
    }

    private Reply events(Map<String, Object> message) {
        return server.post(opening.operatorPath("/supply-events"))
                .by("planner", "planner")
                .json(message)
                .send();
    }
}
