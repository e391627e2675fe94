package dev.holdfast.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Councils in every way that the document speaks of.
final class CouncilTour {
    private final RunningServer server;
    private final CouncilWorld council;

    CouncilTour(RunningServer server) {
        this.server = server;
        this.council = new CouncilWorld(server);
    }

    void walk() {
        // Those before us looked as often as one network may.
        server.forgive();
        define();
        seats();
        suggestions();
        drawn();
        nowhere();
        late();
        server.clock().set(RunningServer.START);
    }

    private void define() {
        council.with("touring-seat", "touring-other");
        council.define(council.definition(2)).is(200);
        council.define(council.definition(3)).refused(409, "council_fixed");
        council.define(council.definition(0)).refused(422, "invalid_council");
        var both = council.definition(2);
        both.put("event", "tour");
        council.define(both).refused(422, "invalid_request");
        malformed("PUT", council.desk(""), "operator");
        server.get("/api/v1/councils").send().is(200);
        council.look();
    }

    private void seats() {
        council.seat("touring-third").refused(409, "seats_taken");
        server.get(council.desk("/seats")).byOperator().send().is(200);
        String seat = council.desk("/seats/touring-other");
        server.delete(seat).byOperator().send().is(200);
        server.delete(seat).byOperator().send().refused(409, "not_seated");
        server.put(seat).byOperator().json(Map.of("because", Map.of())).send().refused(422, "invalid_council");
        malformed("PUT", seat, "operator");
        server.get(council.path("/seat")).by("touring-seat").send().is(200);
    }

    private void suggestions() {
        String path = council.path("/suggestions");
        council.bring("touring-seat", "One").is(201);
        council.bring("touring-nobody", "One").refused(409, "not_seated");
        server.post(path)
                .by("touring-seat")
                .json(Map.of("language", "fr", "title", "Un", "text", "Deux"))
                .send()
                .refused(422, "invalid_council");
        malformed("POST", path, "touring-seat");
        server.delete(council.desk("/seats/touring-seat")).byOperator().send().refused(409, "seat_used");
        minutes();
        council.look(1);
        for (String which : List.of("overdue", "waiting", "promised", "done")) {
            council.tracked(which);
        }
        server.get("/api/v1/council-suggestions?which=lost").send().refused(422, "invalid_parameter");
        council.done(1).refused(409, "suggestion_state");
        council.answer(1, "declined", null).refused(409, "suggestion_state");
        council.assign(1, council.day(-1), null).refused(422, "invalid_council");
        council.assign(1, council.day(3), null).is(200);
        council.answer(1, "accepted", null).refused(422, "invalid_council");
        var blind = Map.<String, Object>of("decision", "declined", "reason", CouncilWorld.texts("No."), "after", 0);
        council.act(1, "answer", blind).refused(409, "answered_meanwhile");
        council.by("another", 1, "answer", council.declined()).refused(403, "not_a_signer");
        council.answer(1, "accepted", council.day(9)).is(200);
        council.assign(1, council.day(3), "Again").refused(409, "suggestion_state");
        council.act(1, "done", Map.of("evidence", Map.of())).refused(422, "invalid_council");
        council.by("another", 1, "done", council.evidence()).refused(403, "not_a_signer");
        council.done(1).is(200);
        for (String act : List.of("assignment", "answer", "done")) {
            malformed("POST", council.desk("/suggestions/1/" + act), "operator");
        }
    }

    private void minutes() {
        String minutes = council.desk("/suggestions");
        var minute = new HashMap<>(CouncilWorld.words("Two"));
        minute.put("member", "touring-seat");
        server.post(minutes).byOperator().json(minute).send().is(201);
        minute.put("title", "");
        server.post(minutes).byOperator().json(minute).send().refused(422, "invalid_request");
        minute.put("title", "Three\nlines");
        server.post(minutes).byOperator().json(minute).send().refused(422, "invalid_council");
        minute.put("member", "touring-nobody");
        minute.put("title", "Four");
        server.post(minutes).byOperator().json(minute).send().refused(409, "not_seated");
        malformed("POST", minutes, "operator");
    }

    /// Whose seats are the places of an event that has no draw yet, and so nobody sits there.
    private void drawn() {
        var other = new CouncilWorld(server);
        var definition = other.definition(2);
        definition.remove("rules");
        definition.remove("seats");
        definition.put("event", "nothing");
        other.define(definition).refused(404, "unknown_event");
        definition.put("event", EventTour.SLUG);
        other.define(definition).is(201);
        other.look();
        other.seat("touring-seat").refused(409, "seats_drawn");
        server.delete(other.desk("/seats/touring-seat")).byOperator().send().refused(409, "seats_drawn");
    }

    private void nowhere() {
        String there = "/api/v1/councils/nowhere";
        String desk = "/api/v1/operator/councils/nowhere";
        server.get(there).send().refused(404, "unknown_council");
        server.get(there + "/seat").by("touring-seat").send().refused(404, "unknown_council");
        server.get(desk + "/seats").byOperator().send().refused(404, "unknown_council");
        server.delete(desk + "/seats/x").byOperator().send().refused(404, "unknown_council");
        server.put(desk + "/seats/x")
                .byOperator()
                .json(Map.of("because", CouncilWorld.texts("Why")))
                .send()
                .refused(404, "unknown_council");
        server.post(there + "/suggestions")
                .by("touring-seat")
                .json(CouncilWorld.words("One"))
                .send()
                .refused(404, "unknown_council");
        var minute = new HashMap<>(CouncilWorld.words("One"));
        minute.put("member", "touring-seat");
        server.post(desk + "/suggestions").byOperator().json(minute).send().refused(404, "unknown_council");
        server.get(council.path("/suggestions/99")).send().refused(404, "unknown_suggestion");
        server.get(council.path("/suggestions/none")).send().refused(404, "unknown_suggestion");
        council.assign(99, council.day(3), null).refused(404, "unknown_suggestion");
        council.answer(99, "declined", null).refused(404, "unknown_suggestion");
        council.done(99).refused(404, "unknown_suggestion");
    }

    private void late() {
        Reply last = council.bring("touring-seat", "Number 0");
        for (int number = 1; number < 20 && last.status() == 201; number++) {
            last = council.bring("touring-seat", "Number " + number);
        }
        last.refused(409, "too_many_suggestions");
        var minute = new HashMap<>(CouncilWorld.words("One more"));
        minute.put("member", "touring-seat");
        server.post(council.desk("/suggestions"))
                .byOperator()
                .json(minute)
                .send()
                .refused(409, "too_many_suggestions");
        server.clock().forward(Duration.ofDays(18));
        council.bring("touring-seat", "Late").refused(409, "council_over");
        council.seat("touring-third").refused(409, "council_over");
        server.post(council.desk("/suggestions"))
                .byOperator()
                .json(minute)
                .send()
                .refused(409, "council_over");
    }

    private void malformed(String method, String path, String who) {
        String[] roles = who.equals("operator") ? new String[] {"operator"} : new String[0];
        server.call(method, path)
                .by(who, roles)
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.call(method, path)
                .by(who, roles)
                .json(Map.of("surprise", 1))
                .send()
                .refused(422, "invalid_request");
        server.call(method, path)
                .by(who, roles)
                .body("application/json", " ".repeat(300_000))
                .send()
                .refused(413, "body_too_large");
    }
}
