package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Tallies and the files they are added again from, in every way that the document speaks of.
final class TallyTour {
    private static final String WISHES = "/api/v1/wishes/";
    private static final String DESK = "/api/v1/operator/wishes/";

    private final RunningServer server;

    TallyTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        String wish = propose("A shelf");
        server.put(WISHES + wish + "/vote").by("shelved").send().is(200);
        Reply tally = server.post(DESK + wish + "/tallies").byOperator().send().is(201);
        server.post(DESK + wish + "/tallies").byOperator().send().is(200);
        String own = WISHES + wish + "/tallies";
        server.get(own + "?limit=1").send().is(200);
        server.get(own + "?limit=x").send().refused(422, "invalid_parameter");
        server.get(own + "/" + tally.at("/number")).send().is(200);
        server.get(own + "/" + tally.at("/number") + "/votes").send().is(200);
        server.get("/api/v1/me/votes?limit=1").by("shelved").send().is(200);
        server.get("/api/v1/me/votes?limit=x").by("shelved").send().refused(422, "invalid_parameter");
        for (String file : List.of("", "/votes")) {
            server.get(own + "/999999999" + file).send().refused(404, "unknown_tally");
            server.get(WISHES + "none/tallies/1" + file).send().refused(404, "unknown_wish");
        }
        server.get(WISHES + "none/tallies").send().refused(404, "unknown_wish");
        server.post(DESK + "none/tallies").byOperator().send().refused(404, "unknown_wish");
    }

    String propose(String title) {
        // Staff have no rate, and this one is a fan, too.
        Reply proposed = server.post("/api/v1/wishes")
                .by("shelf-maker", "fan", "operator")
                .json(Map.of("class", "product", "language", "en", "title", title, "text", "Because."))
                .send()
                .is(201);
        return String.valueOf(proposed.at("/id"));
    }
}
