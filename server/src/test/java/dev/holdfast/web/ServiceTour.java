package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// What comes after a hand-over, in every way that the document speaks of.
final class ServiceTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final Map<String, Object> REPORT = Map.of("subject", "question", "words", "How?");

    private final RunningServer server;
    private final ServiceLaunch launch;

    ServiceTour(RunningServer server) {
        this.server = server;
        this.launch = new ServiceLaunch(server, "tour-service");
    }

    void walk() {
        String order = launch.owned("tour-owner");
        server.get("/api/v1/orders/" + order + "/service")
                .by("tour-owner")
                .send()
                .is(200);
        String ticket = launch.ticket(order, "tour-owner");
        server.get("/api/v1/tickets/" + ticket).by("tour-owner").send().is(200);
        launch.owner("tour-owner", ticket, Map.of("step", "said", "words", "Well?"))
                .is(200);
        launch.owner("tour-owner", ticket, Map.of("step", "confirmed")).refused(409, "ticket_wrong_state");
        launch.asStaff("tickets?place=" + launch.centre).is(200);
        launch.asStaff("tickets/" + ticket).is(200);
        launch.diagnose(ticket).is(200);
        launch.staff(ticket, Map.of("step", "diagnosed")).refused(422, "invalid_request");
        launch.staff(ticket, Map.of("step", "in_work")).is(200);
        launch.diagnose(ticket).refused(409, "ticket_wrong_state");
        server.get("/api/v1/operator/service/findings").byOperator().send().is(200);
        server.get("/api/v1/operator/service/findings?limit=none")
                .byOperator()
                .send()
                .refused(422, "invalid_parameter");
        fill(ticket);
        refuseToOpen(order);
        refuseStrangers(ticket);
        subjects();
    }

    /// Until there is no more room.
    private void fill(String ticket) {
        Map<String, Object> said = Map.of("step", "said", "words", "Still at it");
        Reply reply = launch.staff(ticket, said);
        while (reply.status() == 200) {
            reply = launch.staff(ticket, said);
        }
        reply.refused(409, "too_much_said");
        launch.owner("tour-owner", ticket, said).refused(409, "too_much_said");
    }

    private void refuseToOpen(String order) {
        String path = "/api/v1/orders/" + order + "/tickets";
        launch.report(order, "tour-owner", Map.of("subject", "none", "words", "?"))
                .refused(422, "invalid_request");
        for (int more = 1; more < 10; more++) {
            launch.report(order, "tour-owner", Map.of("subject", "question", "words", "How " + more + "?"))
                    .is(201);
        }
        launch.report(order, "tour-owner", REPORT).refused(409, "too_many_tickets");
        launch.report(launch.slots.arrived("tour-early"), "tour-early", REPORT).refused(409, "not_delivered");
        SlotLaunch desert = new SlotLaunch(server, "tour-desert");
        String far = desert.arrived("tour-far");
        desert.say("tour-far", "delivered", server.clock().instant());
        launch.report(far, "tour-far", REPORT).refused(409, "no_workshop");
        launch.report(NO_ORDER, "tour-owner", REPORT).refused(404, "unknown_order");
        server.get("/api/v1/orders/" + NO_ORDER + "/service")
                .by("tour-owner")
                .send()
                .refused(404, "unknown_order");
        unreadable(path, "tour-owner", "fan");
    }

    private void refuseStrangers(String ticket) {
        unreadable("/api/v1/tickets/" + ticket + "/steps", "tour-owner", "fan");
        unreadable("/api/v1/store/tickets/" + ticket + "/steps", launch.clerk(), "store");
        launch.owner("tour-owner", ticket, Map.of()).refused(422, "invalid_request");
        server.get("/api/v1/tickets/0").by("tour-owner").send().refused(404, "unknown_ticket");
        launch.owner("tour-owner", "0", Map.of("step", "said", "words", "?")).refused(404, "unknown_ticket");
        launch.asStaff("tickets/0").refused(404, "unknown_ticket");
        launch.staff("0", Map.of("step", "done")).refused(404, "unknown_ticket");
        launch.asStaff("tickets").refused(422, "invalid_parameter");
        launch.asStaff("tickets?place=centre:nowhere").refused(403, "not_your_place");
    }

    private void unreadable(String path, String member, String role) {
        server.post(path).by(member, role).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path)
                .by(member, role)
                .body("application/json", " ".repeat(40_000))
                .send()
                .refused(413, "body_too_large");
    }

    private void subjects() {
        String list = "/api/v1/operator/service/subjects";
        Reply now = server.get(list).byOperator().send().is(200);
        List<Map<String, Object>> same = now.json()
                .at("/subjects")
                .valueStream()
                .map(one -> Map.<String, Object>of(
                        "subject", one.at("/subject").stringValue(),
                        "nameEn", one.at("/name/en").stringValue(),
                        "nameZh", one.at("/name/zh").stringValue(),
                        "answerHours", one.at("/answerHours").intValue()))
                .toList();
        server.put(list).byOperator().json(same).send().is(200);
        server.put(list).byOperator().body("text/csv", "subject\n").send().refused(422, "invalid_subjects");
        server.put(list).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.put(list).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
        server.put(list)
                .byOperator()
                .body("text/csv", " ".repeat(70_000))
                .send()
                .refused(413, "body_too_large");
    }
}
