package dev.holdfast.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Slots, in every way that the document speaks of.
final class SlotTour {
    private static final String NO_ORDER = "/api/v1/orders/00000040-0000-8001-9c4e-52a1b0de7f10/slots";

    private final RunningServer server;
    private final SlotLaunch launch;

    SlotTour(RunningServer server) {
        this.server = server;
        this.launch = new SlotLaunch(server, "tour-bay");
    }

    void walk() {
        String order = launch.arrived("taker");
        String other = launch.arrived("waiter");
        launch.open(3, 1).is(200);
        Reply choice = slots(order, "taker").is(200);
        String slot = requireNonNull(choice.at("/open/0/slot"));
        hold(other, "waiter", slot).refused(409, "not_your_turn");
        hold(order, "taker", slot).is(200);
        act(order, "taker", "confirm").is(200);
        hold(other, "waiter", slot).refused(409, "slot_gone");
        act(other, "waiter", "confirm").refused(409, "no_slot");
        act(other, "waiter", "release").refused(409, "no_slot");
        act(order, "taker", "release").is(200);
        hold(order, "taker", slot).is(200);
        act(order, "taker", "confirm").is(200);
        day("?place=" + launch.centre).is(200);
        backlog("?place=" + launch.centre).is(200);
        refuse(order, slot);
        launch.open(6, 1).is(200);
        String later = requireNonNull(slots(order, "taker").at("/open/0/slot"));
        server.clock().forward(Duration.ofHours(4));
        hold(order, "taker", later).refused(409, "slot_began");
        act(order, "taker", "release").refused(409, "slot_began");
    }

    private void refuse(String order, String slot) {
        hold(order, "taker", "987654321").refused(404, "unknown_slot");
        String early = launch.locked("early");
        slots(early, "early").refused(409, "no_unit_here");
        hold(early, "early", slot).refused(409, "no_unit_here");
        act(early, "early", "confirm").refused(409, "no_unit_here");
        act(early, "early", "release").refused(409, "no_unit_here");
        server.get(NO_ORDER).by("taker").send().refused(404, "unknown_order");
        String hold = "/api/v1/orders/" + order + "/slots/hold";
        server.post(NO_ORDER + "/hold")
                .by("taker")
                .json(Map.of("slot", 1))
                .send()
                .refused(404, "unknown_order");
        for (String act : List.of("/confirm", "/release")) {
            server.post(NO_ORDER + act).by("taker").send().refused(404, "unknown_order");
        }
        server.post(hold).by("taker").json(Map.of()).send().refused(422, "invalid_request");
        server.post(hold).by("taker").body("application/json", "{").send().refused(400, "malformed_json");
        server.post(hold)
                .by("taker")
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
        String open = "/api/v1/network/slots";
        server.put(open).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.put(open).byOperator().body("application/json", "[").send().refused(400, "malformed_json");
        server.put(open).byOperator().body("text/csv", "place\n").send().refused(422, "invalid_slots");
        server.put(open)
                .byOperator()
                .body("text/csv", " ".repeat(5 * 1024 * 1024))
                .send()
                .refused(413, "body_too_large");
        day("").refused(422, "invalid_parameter");
        backlog("?place=nowhere").refused(422, "invalid_parameter");
        for (String path : List.of(open, "/api/v1/network/backlog")) {
            server.get(path + "?place=" + launch.centre)
                    .by("nobody", "store")
                    .send()
                    .refused(403, "not_your_place");
        }
    }

    private Reply slots(String order, String fan) {
        return server.get("/api/v1/orders/" + order + "/slots").by(fan).send();
    }

    private Reply hold(String order, String fan, String slot) {
        return launch.hold(order, fan, slot);
    }

    private Reply act(String order, String fan, String act) {
        return server.post("/api/v1/orders/" + order + "/slots/" + act).by(fan).send();
    }

    private Reply day(String query) {
        return server.get("/api/v1/network/slots" + query).byOperator().send();
    }

    private Reply backlog(String query) {
        return server.get("/api/v1/network/backlog" + query).byOperator().send();
    }
}
