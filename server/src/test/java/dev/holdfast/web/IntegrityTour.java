package dev.holdfast.web;

import dev.holdfast.community.integrity.ExamineNow;
import java.util.Map;

/// What is noticed of votes, in every way that the document speaks of.
final class IntegrityTour {
    private static final String WISHES = "/api/v1/wishes/";
    private static final String WEIGHTS = "/api/v1/operator/vote-weights";
    private static final String APPEALS = "/api/v1/operator/vote-appeals";
    private static final Map<String, Object> POINTS =
            Map.of("newAccount", 40, "device", 50, "network", 20, "burst", 20);

    private final RunningServer server;

    IntegrityTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        weigh();
        String wish = new TallyTour(server).propose("A shelf for three");
        for (int fan = 0; fan < 3; fan++) {
            server.put(WISHES + wish + "/vote")
                    .by("shelf-" + fan)
                    .header("X-Device", "one-phone")
                    .send()
                    .is(200);
        }
        server.now(ExamineNow::examine);
        tally(wish);
        appeal(wish);
    }

    private void weigh() {
        server.get("/api/v1/vote-weights").send().is(200);
        Map<String, Object> weights = Map.of(
                "points", POINTS, "newAccountHours", 24, "deviceVoters", 3, "networkVoters", 5000, "burstVotes", 5000);
        server.put(WEIGHTS).byOperator().json(weights).send().is(200);
        refuse("PUT", WEIGHTS, "operator", "operator");
    }

    private void tally(String wish) {
        Reply tally = server.post("/api/v1/operator/wishes/" + wish + "/tallies")
                .byOperator()
                .send()
                .is(201);
        String own = WISHES + wish + "/tallies/";
        server.get(own + tally.at("/number") + "/evidence").send().is(200);
        server.get(own + "999999999/evidence").send().refused(404, "unknown_tally");
        server.get(WISHES + "none/tallies/1/evidence").send().refused(404, "unknown_wish");
    }

    private void appeal(String wish) {
        String path = WISHES + wish + "/vote/appeal";
        Map<String, Object> words = Map.of("text", "We are a family.");
        server.get("/api/v1/me/vote-evidence").by("shelf-0").send().is(200);
        server.post(path).by("stranger").json(words).send().refused(409, "nothing_noticed");
        server.post(WISHES + "none/vote/appeal")
                .by("shelf-0")
                .json(words)
                .send()
                .refused(404, "unknown_wish");
        Reply appeal = server.post(path).by("shelf-0").json(words).send().is(201);
        server.post(path).by("shelf-0").json(words).send().refused(409, "appealed_already");
        refuse("POST", path, "shelf-0", "fan");
        server.get(APPEALS + "?open=true&limit=1").byOperator().send().is(200);
        server.get(APPEALS + "?limit=x").byOperator().send().refused(422, "invalid_parameter");
        String decide = APPEALS + "/" + appeal.at("/number") + "/decide";
        Map<String, Object> decision = Map.of("lift", true, "reason", "Three at one table.");
        refuse("POST", decide, "operator", "operator");
        server.post(decide).byOperator().json(decision).send().is(200);
        server.post(decide).byOperator().json(decision).send().refused(409, "vote_appeal_decided");
        server.post(APPEALS + "/0/decide").byOperator().json(decision).send().refused(404, "unknown_vote_appeal");
    }

    private void refuse(String method, String path, String member, String role) {
        server.call(method, path)
                .by(member, role)
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.call(method, path).by(member, role).json(Map.of()).send().refused(422, "invalid_request");
        server.call(method, path)
                .by(member, role)
                .body("application/json", " ".repeat(40_000))
                .send()
                .refused(413, "body_too_large");
    }
}
