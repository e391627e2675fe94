package dev.holdfast.web;

import dev.holdfast.community.event.EventsNow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Calls every operation of events in every way that the document speaks of.
final class EventTour {
    static final String SLUG = "tour";
    private static final String EVENT = "/api/v1/events/" + SLUG;
    private static final String DESK = "/api/v1/operator/events/" + SLUG;
    private static final String NO_EVENT = "/api/v1/events/nothing";
    private static final String NO_DESK = "/api/v1/operator/events/nothing";
    private static final Map<String, Object> DAY = Map.of("from", "2000-01-01", "to", "2000-01-01", "said", "x");
    private static final Map<String, Object> FAULT = Map.of("duty", "report", "reason", "Nothing came.");

    private final RunningServer server;
    private final Instant opens;

    EventTour(RunningServer server) {
        this.server = server;
        this.opens = server.clock().instant();
    }

    private Map<String, Object> definition() {
        var event = new HashMap<String, Object>();
        event.put("name", Map.of("en", "Tour"));
        event.put("places", 2);
        event.put("cities", List.of(city("north"), city("south")));
        event.put("quotas", List.of(Map.of("least", 1, "city", "north"), Map.of("most", 2, "launch", "s1-pro")));
        event.put("opensAt", opens.toString());
        event.put("closesAt", opens.plus(Duration.ofDays(1)).toString());
        event.put("figure", "drand round 1");
        event.put("figureAt", opens.plus(Duration.ofDays(2)).toString());
        event.put("startsAt", opens.plus(Duration.ofDays(3)).toString());
        event.put("endsAt", opens.plus(Duration.ofDays(60)).toString());
        event.put("timeZone", "UTC");
        event.put(
                "duties",
                List.of(Map.of("id", "report", "name", Map.of("en", "Report"), "from", day(3).toString(), "days", 2)));
        event.put("warningDays", 2);
        event.put("holidayDays", 1);
        return event;
    }

    private static Map<String, Object> city(String id) {
        return Map.of("id", id, "name", Map.of("en", id));
    }

    private LocalDate day(int number) {
        return opens.plus(Duration.ofDays(number)).atZone(ZoneOffset.UTC).toLocalDate();
    }

    void walk() {
        setUp();
        refuseWhereThereIsNone();
        apply();
        draw();
        duties();
        door();
        server.clock().set(RunningServer.START);
    }

    private void setUp() {
        server.put(DESK).byOperator().json(definition()).send().is(201);
        server.put(DESK).byOperator().json(definition()).send().is(200);
        var other = new HashMap<>(definition());
        other.put("places", 3);
        server.put(DESK).byOperator().json(other).send().refused(409, "event_fixed");
        other.put("places", 0);
        server.put(DESK).byOperator().json(other).send().refused(422, "invalid_request");
        malformed("PUT", DESK, "operator");
        server.get("/api/v1/events").send().is(200);
        server.get(EVENT).send().is(200);
        server.get(EVENT + "/draw").send().refused(409, "draw_not_frozen");
    }

    private void refuseWhereThereIsNone() {
        for (String path : List.of("", "/draw")) {
            server.get(NO_EVENT + path).send().refused(404, "unknown_event");
        }
        Map<String, Map<String, Object>> own = Map.of(
                "PUT /place", Map.of(),
                "GET /place", Map.of(),
                "DELETE /place", Map.of(),
                "POST /place/confirm", Map.of(),
                "POST /place/attend", Map.of("code", "1"),
                "POST /place/pauses", Map.of("from", "2000-01-01", "to", "2000-01-01"),
                "POST /place/duties/report", Map.of("said", "x"));
        own.forEach((route, body) -> {
            String[] parts = route.split(" ", 2);
            fan(parts[0], NO_EVENT + parts[1], "tourist", body).refused(404, "unknown_event");
            if (!route.equals("PUT /place")) {
                fan(parts[0], EVENT + parts[1], "stranger", body).refused(404, "not_applied");
            }
        });
        Map<String, Map<String, Object>> desk = Map.of(
                "POST /figure", Map.of("figure", "1"),
                "GET /applicants", Map.of(),
                "GET /applicants/stranger", Map.of(),
                "POST /applicants/stranger/attendance", Map.of(),
                "POST /applicants/stranger/warning", FAULT,
                "POST /applicants/stranger/removal", FAULT,
                "GET /code", Map.of(),
                "GET /pauses", Map.of(),
                "POST /pauses", DAY);
        desk.forEach((route, body) -> {
            String[] parts = route.split(" ", 2);
            desk(parts[0], NO_DESK + parts[1], body).refused(404, "unknown_event");
            if (route.contains("stranger")) {
                desk(parts[0], DESK + parts[1], body).refused(404, "not_applied");
            }
        });
    }

    private Reply fan(String method, String path, String member, Map<String, Object> body) {
        return server.call(method, path).by(member).json(body).send();
    }

    private Reply desk(String method, String path, Map<String, Object> body) {
        return server.call(method, path).byOperator().json(body).send();
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
                .json(Map.of("colour", 1))
                .send()
                .refused(422, "invalid_request");
        server.call(method, path)
                .by(who, roles)
                .body("application/json", " ".repeat(300_000))
                .send()
                .refused(413, "body_too_large");
    }

    private void apply() {
        for (String member : List.of("tourist", "second", "third", "fourth")) {
            fan("PUT", EVENT + "/place", member, Map.of("city", "north")).is(200);
        }
        fan("PUT", EVENT + "/place", "tourist", Map.of("city", "south")).refused(409, "applied_otherwise");
        fan("PUT", EVENT + "/place", "fifth", Map.of("city", "west")).refused(422, "invalid_request");
        malformed("PUT", EVENT + "/place", "tourist");
        fan("GET", EVENT + "/place", "tourist", Map.of()).is(200);
        fan("POST", EVENT + "/place/confirm", "tourist", Map.of()).refused(409, "no_place");
        fan("POST", EVENT + "/place/pauses", "tourist", Map.of("from", "2000-01-01", "to", "2000-01-01"))
                .refused(409, "no_place");
        fan("POST", EVENT + "/place/duties/report", "tourist", Map.of("said", "x"))
                .refused(409, "no_place");
        desk("POST", DESK + "/applicants/tourist/warning", FAULT).refused(409, "no_place");
        desk("POST", DESK + "/applicants/tourist/removal", FAULT).refused(409, "no_place");
        desk("POST", DESK + "/figure", Map.of("figure", "1")).refused(409, "draw_not_frozen");
        desk("GET", DESK + "/applicants", Map.of()).is(200);
        desk("GET", DESK + "/applicants?limit=0", Map.of()).refused(422, "invalid_parameter");
        desk("GET", DESK + "/applicants?state=gone", Map.of()).refused(422, "invalid_parameter");
        desk("GET", DESK + "/applicants/tourist", Map.of()).is(200);
        fan("DELETE", EVENT + "/place", "fourth", Map.of()).is(204);
    }

    private void draw() {
        server.clock().forward(Duration.ofDays(1));
        fan("PUT", EVENT + "/place", "late", Map.of("city", "north")).refused(409, "applications_not_open");
        server.now(EventsNow::keep);
        desk("POST", DESK + "/figure", Map.of("figure", "1")).refused(409, "figure_too_early");
        server.clock().forward(Duration.ofDays(1));
        desk("POST", DESK + "/figure", Map.of("figure", " ")).refused(422, "invalid_figure");
        malformed("POST", DESK + "/figure", "operator");
        desk("GET", DESK + "/code", Map.of()).refused(409, "door_closed");
        desk("POST", DESK + "/applicants/tourist/attendance", Map.of()).refused(409, "door_closed");
        fan("POST", EVENT + "/place/attend", "tourist", Map.of("code", "1")).refused(409, "door_closed");
        desk("POST", DESK + "/figure", Map.of("figure", "1")).is(200);
        desk("POST", DESK + "/figure", Map.of("figure", "1")).refused(409, "figure_entered");
        server.get(EVENT).send().is(200);
        server.get(EVENT + "/draw").send().is(200);
    }

    private String who(String state) {
        return desk("GET", DESK + "/applicants?state=" + state, Map.of())
                .each("/applicants", "member")
                .getFirst();
    }

    private void duties() {
        String holder = who("won");
        String path = DESK + "/applicants/" + holder;
        fan("POST", EVENT + "/place/confirm", holder, Map.of()).is(200);
        fan("POST", EVENT + "/place/confirm", who("won"), Map.of()).is(200);
        for (String act : List.of("/warning", "/removal")) {
            desk("POST", path + act, Map.of("duty", "dance", "reason", "x")).refused(404, "unknown_duty");
            desk("POST", path + act, FAULT).refused(409, "duty_not_overdue");
            malformed("POST", path + act, "operator");
        }
        fan("POST", EVENT + "/place/duties/dance", holder, Map.of("said", "x")).refused(404, "unknown_duty");
        malformed("POST", EVENT + "/place/duties/report", holder);
        malformed("POST", EVENT + "/place/pauses", holder);
        malformed("POST", DESK + "/pauses", "operator");
        Map<String, Object> off = Map.of("from", day(4).toString(), "to", day(4).toString());
        fan("POST", EVENT + "/place/pauses", holder, off).is(200);
        fan("POST", EVENT + "/place/pauses", holder, off).refused(409, "holidays_used_up");
        desk("POST", DESK + "/pauses", Map.of("from", day(5).toString(), "to", day(5).toString(), "said", "Feast"))
                .is(200);
        desk("POST", DESK + "/pauses", DAY).refused(422, "invalid_request");
        desk("GET", DESK + "/pauses", Map.of()).is(200);
        server.clock().forward(Duration.ofDays(6));
        desk("POST", path + "/removal", FAULT).refused(409, "warning_required");
        desk("POST", path + "/warning", FAULT).is(200);
        desk("POST", path + "/warning", FAULT).refused(409, "warned_before");
        desk("POST", path + "/removal", FAULT).refused(409, "warning_running");
        fan("GET", EVENT + "/place", holder, Map.of()).is(200);
        server.clock().forward(Duration.ofDays(3));
        desk("POST", path + "/removal", FAULT).is(200);
        fan("DELETE", EVENT + "/place", holder, Map.of()).refused(409, "no_place");
        desk("POST", path + "/attendance", Map.of()).refused(409, "no_place");
        fan("POST", EVENT + "/place/attend", holder, Map.of("code", "1")).refused(409, "no_place");
    }

    private void door() {
        String holder = who("confirmed");
        fan("POST", EVENT + "/place/duties/report", holder, Map.of("said", "Here."))
                .is(200);
        String attend = EVENT + "/place/attend";
        malformed("POST", attend, holder);
        fan("POST", attend, holder, Map.of("code", "none")).refused(409, "code_wrong");
        String code =
                String.valueOf(desk("GET", DESK + "/code", Map.of()).is(200).at("/code"));
        fan("POST", attend, holder, Map.of("code", code)).is(200);
        fan("POST", attend, holder, Map.of("code", code)).refused(409, "already_attended");
        desk("POST", DESK + "/applicants/" + holder + "/attendance", Map.of()).refused(409, "already_attended");
        String other = who("won");
        for (int guess = 0; guess < 10; guess++) {
            fan("POST", attend, other, Map.of("code", "none")).refused(409, "code_wrong");
        }
        fan("POST", attend, other, Map.of("code", code)).refused(409, "codes_exhausted");
        desk("POST", DESK + "/applicants/" + other + "/attendance", Map.of()).is(200);
        fan("PUT", EVENT + "/place", other, Map.of("city", "")).refused(409, "applications_not_open");
    }
}
