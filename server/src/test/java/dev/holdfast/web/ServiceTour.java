package dev.holdfast.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
        overdue();
        photos(ticket);
        pass(order);
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

    private void photos(String ticket) {
        String id = UUID.randomUUID().toString();
        byte[] photo = TicketPhotoContractTest.JPEG;
        photo(ticket, id, photo).is(200);
        String path = "/api/v1/tickets/" + ticket + "/photos/";
        server.get(path + id).by("tour-owner").send().is(200);
        launch.asStaff("tickets/" + ticket + "/photos/" + id).is(200);
        byte[] other = photo.clone();
        other[6]++;
        photo(ticket, id, other).refused(409, "photo_differs");
        photo(ticket, "none", photo).refused(422, "invalid_request");
        photo(ticket, id, new byte[] {1, 2, 3}).refused(422, "invalid_photo");
        photo(ticket, id, new byte[9 * 1024 * 1024]).refused(413, "body_too_large");
        photo("0", id, photo).refused(404, "unknown_ticket");
        for (int more = 1; more < 10; more++) {
            photo(ticket, UUID.randomUUID().toString(), photo).is(200);
        }
        photo(ticket, UUID.randomUUID().toString(), photo).refused(409, "too_many_photos");
        String none = UUID.randomUUID().toString();
        server.get(path + none).by("tour-owner").send().refused(404, "unknown_photo");
        server.get(path + "none").by("tour-owner").send().refused(422, "invalid_request");
        server.get(path + id).by("stranger").send().refused(404, "unknown_ticket");
        launch.asStaff("tickets/" + ticket + "/photos/" + none).refused(404, "unknown_photo");
        launch.asStaff("tickets/" + ticket + "/photos/none").refused(422, "invalid_request");
        launch.asStaff("tickets/0/photos/" + id).refused(404, "unknown_ticket");
        server.call("DELETE", path + "none").by("tour-owner").send().refused(422, "invalid_request");
        server.call("DELETE", path + id).by("stranger").send().refused(404, "unknown_ticket");
        server.call("DELETE", path + id).by("tour-owner").send().is(200);
    }

    private Reply photo(String ticket, String id, byte[] bytes) {
        return server.put("/api/v1/tickets/" + ticket + "/photos/" + id)
                .by("tour-owner")
                .body("image/jpeg", BodyPublishers.ofByteArray(bytes))
                .send();
    }

    /// Another ticket, as it is gone then.
    private void pass(String order) {
        ServiceLaunch far = new ServiceLaunch(server, "tour-far-service");
        Reply opened = launch.report(order, "tour-owner", Map.of("subject", "safety", "words", "Passed on"));
        String ticket = String.valueOf(opened.is(201).at("/number"));
        launch.diagnose(ticket).is(200);
        String work = launch.number(launch.work(ticket, 10, "brake").is(201));
        Map<String, Object> on = Map.of("step", "passed", "to", far.centre, "words", "They know how");
        launch.staff(ticket, on).refused(409, "work_planned");
        launch.workStep(work, Map.of("step", "cancelled")).is(200);
        launch.staff(ticket, on).is(200);
        launch.owner("tour-owner", ticket, Map.of("step", "withdrawn")).is(200);
        photo(ticket, UUID.randomUUID().toString(), TicketPhotoContractTest.JPEG)
                .refused(409, "ticket_wrong_state");
    }

    private void overdue() {
        launch.asStaff("overdue").is(200);
        launch.asStaff("overdue?limit=none").refused(422, "invalid_parameter");
        String all = "/api/v1/operator/service/overdue";
        server.get(all).byOperator().send().is(200);
        server.get(all + "?limit=none").byOperator().send().refused(422, "invalid_parameter");
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
