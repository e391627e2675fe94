package dev.holdfast.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A council that is held in ten days and answers within thirty, for any test that needs one.
final class CouncilWorld {
    private final RunningServer server;
    final String slug = "council-" + UUID.randomUUID();

    CouncilWorld(RunningServer server) {
        this.server = server;
    }

    static Map<String, String> texts(String english) {
        return Map.of("en", english, "zh", "中文:" + english);
    }

    LocalDate day(int fromToday) {
        return LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(fromToday);
    }

    String path(String rest) {
        return "/api/v1/councils/" + slug + rest;
    }

    String desk(String rest) {
        return "/api/v1/operator/councils/" + slug + rest;
    }

    Map<String, Object> definition(int seats) {
        return new HashMap<>(Map.of(
                "name", texts("Owners of the north"),
                "text", texts("What should be better next year."),
                "rules", texts("Owners of three years and more, the longest first."),
                "seats", seats,
                "heldOn", day(10).toString(),
                "answerBy", day(30).toString()));
    }

    Reply define(Map<String, Object> definition) {
        return server.put(desk("")).byOperator().json(definition).send();
    }

    /// Seats whoever is named.
    CouncilWorld with(String... members) {
        AnswerWorld.role(server);
        define(definition(Math.max(1, members.length))).is(201);
        List.of(members).forEach(member -> seat(member).is(200));
        return this;
    }

    Reply seat(String member) {
        return server.put(desk("/seats/" + member))
                .byOperator()
                .json(Map.of("because", texts("An owner of four years.")))
                .send();
    }

    static Map<String, Object> words(String title) {
        return Map.of("language", "en", "title", title, "text", "Because it is cold.");
    }

    Reply bring(String member, String title) {
        return server.post(path("/suggestions")).by(member).json(words(title)).send();
    }

    Reply assign(long number, LocalDate due, @Nullable String reason) {
        var body = new HashMap<String, Object>(Map.of("role", "product-manager", "due", due.toString()));
        if (reason != null) {
            body.put("reason", texts(reason));
        }
        return act(number, "assignment", body);
    }

    Reply answer(long number, String decision, @Nullable LocalDate by) {
        var body = new HashMap<String, Object>(Map.of("decision", decision, "reason", texts("Said in the session.")));
        if (by != null) {
            body.put("promisedBy", by.toString());
        }
        return act(number, "answer", body);
    }

    Reply done(long number) {
        return act(number, "done", evidence());
    }

    Map<String, Object> evidence() {
        return Map.of("evidence", texts("In the manual of version 4, on page 12."));
    }

    Map<String, Object> declined() {
        return Map.of("decision", "declined", "reason", texts("Said in the session."));
    }

    Reply act(long number, String act, Map<String, Object> body) {
        return by("operator", number, act, body);
    }

    Reply by(String operator, long number, String act, Map<String, Object> body) {
        return server.post(desk("/suggestions/" + number + "/" + act))
                .by(operator, "operator")
                .json(body)
                .send();
    }

    Reply look() {
        return server.get(path("")).send().is(200);
    }

    Reply look(long number) {
        return server.get(path("/suggestions/" + number)).send().is(200);
    }

    List<String> tracked(String which) {
        return server.get("/api/v1/council-suggestions?limit=200&which=" + which)
                .send()
                .is(200)
                .each("/suggestions", "council");
    }
}
