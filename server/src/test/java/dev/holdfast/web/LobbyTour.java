package dev.holdfast.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Calls every operation of the waiting room in every way that the document speaks of.
final class LobbyTour {
    private static final String NOWHERE = "/api/v1/launches/nowhere";

    private final RunningServer server;
    private final Opening plain;

    LobbyTour(RunningServer server, Opening plain) {
        this.server = server;
        this.plain = plain;
    }

    void walk() {
        refuseWhereThereIsNone();
        LobbyRoom room = new LobbyRoom(server);
        room.opening.supplied("pro,2027-01-04,9");
        server.get(room.path("/lobby")).send().is(200);
        room.now();
        room.draw().refused(409, "draw_not_frozen");
        room.found("tourist").refused(404, "not_in_lobby");
        room.join("tourist").refused(404, "not_in_lobby");
        room.leave("tourist").refused(404, "not_in_lobby");
        room.figure("1").refused(409, "draw_not_frozen");
        String ticket = room.ticket("tourist");
        room.found("tourist").is(200);
        room.comeIn("tourist", ticket).refused(409, "not_drawn");
        room.join("tourist").refused(409, "waiting_list_not_open");
        room.leave("tourist").is(200);
        server.post(room.opening.operatorPath("/draw/freeze"))
                .byOperator()
                .send()
                .is(200);
        server.post(room.opening.operatorPath("/draw/freeze"))
                .byOperator()
                .send()
                .refused(409, "draw_frozen");
        server.settle(room.opening.slug);
        room.figure("1").refused(409, "figure_too_early");
        malformed(room);
        server.clock().forward(Duration.ofMinutes(12));
        room.figure(" ").refused(422, "invalid_figure");
        room.figure("1").is(200);
        room.figure("1").refused(409, "figure_entered");
        room.draw().is(200);
        server.settle(room.opening.slug);
        letIn(room, ticket);
        beyond();
        LobbyRoom known = new LobbyRoom(server);
        known.opening.set("entry", Map.of("verified", "mail"));
        known.opening.define().is(200);
        known.enter("tourist").refused(409, "contact_not_verified");
        LobbyRoom over = new LobbyRoom(server);
        over.opening.operator("close").is(200);
        server.look(over.opening.slug);
        over.enter("tourist").refused(409, "lobby_not_open");
        server.clock().set(RunningServer.START);
    }

    private void refuseWhereThereIsNone() {
        for (String path : List.of(NOWHERE, "/api/v1/launches/" + plain.slug)) {
            String code = path.equals(NOWHERE) ? "unknown_launch" : "no_waiting_room";
            for (String look : List.of("/lobby", "/lobby/now", "/draw")) {
                server.get(path + look).send().refused(404, code);
            }
            server.get(path + "/lobby/ticket").by("tourist").send().refused(404, code);
            server.post(path + "/lobby").by("tourist").send().refused(404, code);
            server.post(path + "/lobby/waiting-list").by("tourist").send().refused(404, code);
            server.delete(path + "/lobby/waiting-list").by("tourist").send().refused(404, code);
            server.post(path + "/lobby/pass")
                    .by("tourist")
                    .json(Map.of())
                    .send()
                    .refused(404, code);
            String operator = path.replace("/v1/", "/v1/operator/");
            server.post(operator + "/draw/freeze").byOperator().send().refused(404, code);
            server.post(operator + "/draw/figure")
                    .byOperator()
                    .json(Map.of("figure", "1"))
                    .send()
                    .refused(404, code);
        }
    }

    private void beyond() {
        LobbyRoom room = new LobbyRoom(server);
        room.opening.supplied("pro,2027-01-04,1");
        room.ticket("tourist");
        room.opened().called(1);
        room.opening.supplied("pro,2027-01-04,0");
        server.look(room.opening.slug);
        room.enter("late").is(200);
        room.join("late").is(200);
        room.pastCalls();
        room.comeIn("tourist", room.ticket("tourist")).refused(409, "turn_missed");
    }

    private void malformed(LobbyRoom room) {
        for (Call call : List.of(pass(room), figure(room))) {
            call.body("application/json", "{").send().refused(400, "malformed_json");
        }
        for (Call call : List.of(pass(room), figure(room))) {
            call.json(Map.of("colour", 1)).send().refused(422, "invalid_request");
        }
        for (Call call : List.of(pass(room), figure(room))) {
            call.json(Map.of("ticket", "x".repeat(20_000))).send().refused(413, "body_too_large");
        }
    }

    private Call pass(LobbyRoom room) {
        return server.post(room.path("/lobby/pass")).by("tourist");
    }

    private Call figure(LobbyRoom room) {
        return server.post(room.opening.operatorPath("/draw/figure")).byOperator();
    }

    private void letIn(LobbyRoom room, String ticket) {
        room.comeIn("tourist", "").refused(409, "ticket_required");
        room.comeIn("tourist", "forged").refused(409, "ticket_invalid");
        room.comeIn("second", ticket).refused(409, "ticket_of_another");
        room.called(1);
        room.comeIn("second", room.ticket("second")).refused(409, "not_your_turn");
        String pass = room.pass("tourist");
        room.opening.order("tourist", "pro").refused(409, "pass_required");
        room.order("tourist", "k", "forged").refused(409, "pass_invalid");
        room.order("second", "k", pass).refused(409, "pass_of_another");
        server.clock().forward(Duration.ofMinutes(6));
        room.order("tourist", "k", pass).refused(409, "pass_expired");
        server.clock().forward(Duration.ofDays(90));
        room.comeIn("tourist", ticket).refused(409, "ticket_expired");
    }
}
