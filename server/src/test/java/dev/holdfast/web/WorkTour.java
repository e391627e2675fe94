package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Work on units, parts and warranties, in every way that the document speaks of.
final class WorkTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final String OWNER = "tour-driver";

    private final RunningServer server;
    private final ServiceLaunch launch;

    WorkTour(RunningServer server) {
        this.server = server;
        this.launch = new ServiceLaunch(server, "tour-work");
    }

    void walk() {
        warranty();
        String order = launch.owned(OWNER);
        String plain = launch.ticket(order, OWNER);
        launch.work(plain, 1, "brake").refused(409, "ticket_wrong_state");
        launch.work("0", 1, "brake").refused(404, "unknown_ticket");
        String ticket = launch.diagnosed(order, OWNER, "It squeaks");
        launch.work(ticket, Map.of()).refused(422, "invalid_request");
        String work = launch.number(launch.work(ticket, null, "brake").is(201));
        own("/orders/" + order + "/work-orders").is(200);
        own("/orders/" + NO_ORDER + "/work-orders").refused(404, "unknown_order");
        launch.answer(OWNER, "0", "accepted").refused(404, "unknown_work_order");
        launch.answer(OWNER, work, "perhaps").refused(422, "invalid_request");
        launch.answer(OWNER, work, "accepted").is(200);
        launch.answer(OWNER, work, "declined").refused(409, "work_order_wrong_state");
        visit(order);
        steps(work);
        parts();
        unreadable("/api/v1/work-orders/" + work + "/steps", OWNER, "fan");
        unreadable("/api/v1/store/work-orders/" + work + "/steps", launch.clerk(), "store");
        unreadable("/api/v1/store/tickets/" + ticket + "/work-orders", launch.clerk(), "store");
    }

    private void visit(String order) {
        launch.service(3, 1).is(200);
        String first = launch.diagnosed(order, OWNER, "It hums");
        String second = launch.diagnosed(order, OWNER, "It sings");
        String slot = requireNonNull(launch.visit(OWNER, first).is(200).at("/open/0/slot"));
        // Of two who came at the same instant either might be first.
        server.clock().forward(Duration.ofMinutes(1));
        launch.visit(OWNER, second).is(200);
        launch.choose(OWNER, second, "hold", slot).refused(409, "not_your_turn");
        launch.choose(OWNER, first, "confirm", null).refused(409, "no_slot");
        launch.choose(OWNER, first, "hold", "987654321").refused(404, "unknown_slot");
        launch.choose(OWNER, first, "rest", null).refused(422, "invalid_request");
        launch.choose(OWNER, "0", "hold", slot).refused(404, "unknown_ticket");
        launch.visit(OWNER, "0").refused(404, "unknown_ticket");
        launch.choose(OWNER, first, "hold", slot).is(200);
        launch.choose(OWNER, first, "confirm", null).is(200);
        launch.choose(OWNER, second, "hold", slot).refused(409, "slot_gone");
        server.clock().forward(Duration.ofHours(3));
        launch.choose(OWNER, first, "release", null).refused(409, "slot_began");
        launch.staff(first, Map.of("step", "in_work")).is(200);
        launch.visit(OWNER, first).refused(409, "ticket_wrong_state");
        launch.choose(OWNER, first, "release", null).refused(409, "ticket_wrong_state");
        unreadable("/api/v1/tickets/" + second + "/slots", OWNER, "fan");
    }

    private void steps(String work) {
        launch.asStaff("work-orders?place=" + launch.centre).is(200);
        launch.asStaff("work-orders").refused(422, "invalid_parameter");
        launch.asStaff("work-orders?place=nowhere").refused(403, "not_your_place");
        launch.asStaff("work-orders/" + work).is(200);
        launch.asStaff("work-orders/0").refused(404, "unknown_work_order");
        launch.workStep("0", Map.of("step", "done")).refused(404, "unknown_work_order");
        launch.workStep(work, Map.of("step", "done")).refused(409, "work_order_wrong_state");
        launch.workStep(work, Map.of("step", "rest")).refused(422, "invalid_request");
        launch.workStep(work, Map.of("step", "in_work")).is(200);
        String waiting = launch.needing("tour-waiter", 1);
        launch.workStep(waiting, Map.of("step", "in_work")).refused(409, "parts_missing");
    }

    private void parts() {
        String path = "/api/v1/store/parts?place=" + launch.centre;
        launch.asStaff("parts?place=" + launch.centre).is(200);
        launch.asStaff("parts").refused(422, "invalid_parameter");
        launch.asStaff("parts?place=nowhere").refused(403, "not_your_place");
        launch.parts("part,note,quantity\npad,N-1,3\n").is(200);
        launch.parts("part,quantity\npad,3\n").refused(422, "invalid_parts");
        launch.partsAt("nowhere", "part\n").refused(403, "not_your_place");
        launch.partsAt("", "part\n").refused(422, "invalid_parameter");
        server.post(path).by(launch.clerk(), "store").json(Map.of()).send().refused(422, "invalid_request");
        unreadable(path, launch.clerk(), "store");
    }

    private void warranty() {
        String path = launch.slots.operatorPath("/warranty");
        server.get(path).byOperator().send().is(200);
        launch.warranty("term,months,nameEn,nameZh\nseats,36,Seats,座椅\n").is(200);
        launch.warranty("term\n").refused(422, "invalid_warranty");
        server.put(path).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.put(path).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
        server.put(path)
                .byOperator()
                .body("text/csv", " ".repeat(300 * 1024))
                .send()
                .refused(413, "body_too_large");
        String nowhere = "/api/v1/operator/launches/nowhere/warranty";
        server.get(nowhere).byOperator().send().refused(404, "unknown_launch");
        server.put(nowhere).byOperator().json(List.of()).send().refused(404, "unknown_launch");
    }

    private void unreadable(String path, String member, String role) {
        server.post(path).by(member, role).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path)
                .by(member, role)
                .body("application/json", " ".repeat(300 * 1024))
                .send()
                .refused(413, "body_too_large");
    }

    private Reply own(String path) {
        return server.get("/api/v1" + path).by(OWNER).send();
    }
}
