package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/// Appointments for what is called back, in every way that the document speaks of.
final class RemedyTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private static final String OWNER = "tour-recalled";

    private final RunningServer server;
    private final RecalledLaunch launch;

    RemedyTour(RunningServer server) {
        this.server = server;
        this.launch = new RecalledLaunch(server, "tour-remedy");
    }

    void walk() {
        server.forgive();
        String order = launch.owned(OWNER);
        String late = launch.owned("tour-late");
        String waiting = launch.service.slots.arrived("tour-waits");
        launch.made("tour-waits");
        String recall = launch.recall("spring");
        launch.slots("tour-waits", waiting, recall).refused(409, "not_delivered");
        launch.book("tour-waits", waiting, recall, "1").refused(409, "not_delivered");
        launch.slots(OWNER, order, "0").refused(409, "not_called_back");
        launch.slots(OWNER, NO_ORDER, recall).refused(404, "unknown_order");
        launch.book(OWNER, order, "0", "1").refused(409, "not_called_back");
        launch.book(OWNER, NO_ORDER, recall, "1").refused(404, "unknown_order");
        launch.book(OWNER, order, recall, "0").refused(404, "unknown_slot");
        launch.step(OWNER, order, recall, Map.of("step", "perhaps")).refused(422, "invalid_request");
        unreadable(RecalledLaunch.path(order, recall));
        launch.release(OWNER, order, recall).refused(409, "no_slot");
        book(order, late, recall);
        launch.due().is(200);
        launch.service
                .asStaff("recalls?place=" + launch.service.centre + "&limit=0")
                .refused(422, "invalid_parameter");
        launch.service.asStaff("recalls?place=nowhere").refused(403, "not_your_place");
    }

    private void book(String order, String late, String recall) {
        launch.service.service(3, 1).is(200);
        launch.came("spring", 1, "T-1");
        String slot = launch.first(OWNER, order, recall);
        launch.service.parts("part,expectedOn\nspring,2026-12-01\n").is(200);
        String ticket = launch.service.ticket(order, OWNER);
        launch.service.visit(OWNER, ticket).is(200);
        // Of two who came at the same instant either might be first.
        server.clock().forward(Duration.ofMinutes(1));
        launch.book(OWNER, order, recall, slot).refused(409, "not_your_turn");
        launch.service.choose(OWNER, ticket, "hold", slot).is(200);
        launch.book(OWNER, order, recall, slot).refused(409, "slot_gone");
        launch.service.owner(OWNER, ticket, Map.of("step", "withdrawn")).is(200);
        launch.book(OWNER, order, recall, slot).is(200);
        // Whoever comes after the last part, and after the recall.
        launch.service.service(5, 1).is(200);
        String other = server.database()
                .sql("select max(number)::text from delivery.slot where place = ?")
                .param(launch.service.centre)
                .query((row, index) -> row.getString(1))
                .single();
        launch.book("tour-late", late, recall, other).refused(409, "parts_gone");
        server.clock().forward(Duration.ofHours(3));
        launch.release(OWNER, order, recall).refused(409, "slot_began");
        String work = requireNonNull(launch.due().is(200).at("/remedies/0/workOrder/number"));
        launch.service.workStep(work, Map.of("step", "in_work")).is(200);
        launch.release(OWNER, order, recall).refused(409, "work_order_wrong_state");
        launch.service.workStep(work, Map.of("step", "done")).is(200);
        launch.book(OWNER, order, recall, slot).refused(409, "unit_remedied");
        launch.operator(recall, "/close", Map.of()).is(200);
        launch.book("tour-late", late, recall, other).refused(409, "recall_closed");
    }

    private void unreadable(String path) {
        server.post(path).by(OWNER).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path)
                .by(OWNER)
                .body("application/json", " ".repeat(10 * 1024))
                .send()
                .refused(413, "body_too_large");
    }
}
