package dev.holdfast.web;

import java.util.Map;

/// Merges of wishes, in every way that the document speaks of.
final class MergeTour {
    private static final String WISHES = "/api/v1/wishes/";
    private static final String DESK = "/api/v1/operator/wishes/";
    private static final String MERGES = "/api/v1/operator/merges";
    private static final String OWN = "/api/v1/me/merges";
    private static final int MOST = 200;

    private final RunningServer server;
    private final TallyTour wishes;

    MergeTour(RunningServer server) {
        this.server = server;
        this.wishes = new TallyTour(server);
    }

    void walk() {
        String source = wishes.propose("A second shelf");
        String target = wishes.propose("Another shelf");
        vote(source, "mover");
        Reply merge = propose(source, target).is(201);
        propose(source, target).refused(409, "merge_running");
        look(source);
        answer(String.valueOf(merge.at("/number")), source);
        refuseProposals(source, target);
        fill(target);
    }

    private Reply propose(String source, String target) {
        return server.post(DESK + source + "/merges")
                .byOperator()
                .json(Map.of("into", target, "reason", "They say the same.", "answerDays", 14))
                .send();
    }

    private void vote(String wish, String member) {
        server.put(WISHES + wish + "/vote").by(member).send().is(200);
    }

    private void look(String source) {
        server.get(DESK + source + "/merge-suggestions").byOperator().send().is(200);
        server.get(DESK + "none/merge-suggestions").byOperator().send().refused(404, "unknown_wish");
        server.get(MERGES + "?open=true&limit=1").byOperator().send().is(200);
        server.get(MERGES + "?limit=x").byOperator().send().refused(422, "invalid_parameter");
        server.get(WISHES + source + "/merges").send().is(200);
        server.get(WISHES + source + "/merges?limit=x").send().refused(422, "invalid_parameter");
        server.get(WISHES + "none/merges").send().refused(404, "unknown_wish");
        server.get(OWN).by("mover").send().is(200);
    }

    private Reply say(String merge, String member, boolean agrees) {
        return server.put(OWN + "/" + merge)
                .by(member)
                .json(Map.of("agrees", agrees))
                .send();
    }

    private void answer(String merge, String source) {
        String own = OWN + "/" + merge;
        say(merge, "mover", true).is(200);
        say(merge, "stranger", true).refused(409, "not_a_supporter");
        say("none", "mover", true).refused(404, "unknown_merge");
        server.put(own).by("mover").body("application/json", "{").send().refused(400, "malformed_json");
        server.put(own).by("mover").json(Map.of()).send().refused(422, "invalid_request");
        server.put(own)
                .by("mover")
                .body("application/json", " ".repeat(40_000))
                .send()
                .refused(413, "body_too_large");
        spendAll(merge, source);
        undo(merge);
        say(merge, "mover", true).refused(409, "merge_over");
    }

    /// Who supports both, agrees, and gives away the vote that came back has none for a change of mind.
    private void spendAll(String merge, String source) {
        server.put("/api/v1/operator/wish-rules")
                .byOperator()
                .json(Map.of("liveVotes", 2, "openWishes", 100))
                .send()
                .is(200);
        Reply both = server.get(MERGES + "?open=true").byOperator().send().is(200);
        vote(source, "both");
        vote(String.valueOf(both.at("/merges/0/into")), "both");
        say(merge, "both", true).is(200);
        vote(wishes.propose("A third shelf"), "both");
        say(merge, "both", false).refused(409, "votes_spent");
        server.put("/api/v1/operator/wish-rules")
                .byOperator()
                .json(Map.of("liveVotes", 100, "openWishes", 1_000))
                .send()
                .is(200);
    }

    private void undo(String merge) {
        String undo = MERGES + "/" + merge + "/undo";
        Map<String, Object> reason = Map.of("reason", "They differ.");
        server.post(undo).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(undo).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.post(undo)
                .byOperator()
                .body("application/json", " ".repeat(40_000))
                .send()
                .refused(413, "body_too_large");
        server.post(MERGES + "/0/undo").byOperator().json(reason).send().refused(404, "unknown_merge");
        server.post(undo).byOperator().json(reason).send().is(200);
        server.post(undo).byOperator().json(reason).send().refused(409, "merge_over");
    }

    private void refuseProposals(String source, String target) {
        String path = DESK + source + "/merges";
        server.post(path).byOperator().body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path).byOperator().json(Map.of()).send().refused(422, "invalid_request");
        server.post(path)
                .byOperator()
                .body("application/json", " ".repeat(40_000))
                .send()
                .refused(413, "body_too_large");
        propose("none", target).refused(404, "unknown_wish");
        String decided = wishes.propose("A shelf that was answered");
        vote(decided, "mover");
        Reply merge = propose(decided, target).is(201);
        server.decide(decided);
        propose(decided, target).refused(409, "wish_closed");
        server.post(MERGES + "/" + merge.at("/number") + "/undo")
                .byOperator()
                .json(Map.of("reason", "They differ."))
                .send()
                .refused(409, "wish_closed");
        say(String.valueOf(merge.at("/number")), "mover", true).refused(409, "wish_closed");
    }

    /// As many as may ask at a time, and one more.
    private void fill(String target) {
        Reply last;
        int asking = 0;
        do {
            last = propose(wishes.propose("Shelf " + asking++), target);
        } while (last.status() == 201 && asking <= MOST);
        last.refused(409, "too_many_merges");
        server.database()
                .sql("update community.merge set state = 'CLOSED' where state = 'ASKING'")
                .update();
    }
}
