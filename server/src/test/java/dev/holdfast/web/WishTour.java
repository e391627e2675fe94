package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Wishes, the votes for them and what is said about them, in every way that the document speaks of.
final class WishTour {
    private static final String WISHES = "/api/v1/wishes";
    private static final String RULES = "/api/v1/operator/wish-rules";
    private static final String NOWHERE = WISHES + "/00000040-0000-8001-9c4e-52a1b0de7f10";

    private final RunningServer server;

    WishTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        server.get("/api/v1/wish-classes").send().is(200);
        rule(100, 100).is(200);
        Reply proposed = propose("dreamer", "A hook for bags").is(201);
        propose("dreamer", "A hook for bags").is(200);
        String own = WISHES + "/" + proposed.at("/id");
        look(own);
        vote(own);
        talk(own);
        withdraw(own);
        unknown();
        desk();
        refuseBodies(own);
    }

    private Reply propose(String member, String title) {
        return server.post(WISHES)
                .by(member)
                .json(Map.of("class", "product", "language", "en", "title", title, "text", "Because."))
                .send();
    }

    private Reply rule(int votes, int wishes) {
        return server.put(RULES)
                .byOperator()
                .json(Map.of("liveVotes", votes, "openWishes", wishes))
                .send();
    }

    private void look(String own) {
        server.get(own).send().is(200);
        server.get(WISHES + "/similar?text=hook").send().is(200);
        server.get(WISHES + "/similar").send().refused(422, "invalid_parameter");
        server.get(WISHES + "?class=product&state=open&order=most_supported&limit=1")
                .send()
                .is(200);
        server.get(WISHES + "?order=best").send().refused(422, "invalid_parameter");
        server.get(WISHES + "?after=x").send().refused(422, "invalid_parameter");
        server.get("/api/v1/me/wishes").by("dreamer").send().is(200);
    }

    private void vote(String own) {
        server.put(own + "/vote").by("voter").send().is(200);
        server.delete(own + "/vote").by("voter").send().is(200);
        server.put(own + "/follow").by("voter").send().is(204);
        server.delete(own + "/follow").by("voter").send().is(204);
        rule(1, 1).is(200);
        Reply another = propose("another", "A lamp").is(201);
        propose("another", "A bell").refused(409, "too_many_wishes");
        server.put(own + "/vote").by("voter").send().is(200);
        server.put(WISHES + "/" + another.at("/id") + "/vote")
                .by("voter")
                .send()
                .refused(409, "votes_spent");
        rule(100, 100).is(200);
        server.delete(own).by("dreamer").send().refused(409, "wish_supported");
        server.delete(own + "/vote").by("voter").send().is(200);
    }

    private void talk(String own) {
        Map<String, Object> words = Map.of("text", "Yes,\nplease.");
        server.post(own + "/comments").by("voter").json(words).send().is(201);
        server.post(own + "/comments").by("voter").json(words).send().is(201);
        server.get(own + "/comments?limit=1").send().is(200);
        server.get(own + "/comments?limit=0").send().refused(422, "invalid_parameter");
        server.delete(own + "/comments/1").by("dreamer").send().refused(404, "unknown_comment");
        server.delete(own + "/comments/1").by("voter").send().is(204);
        String desk = own.replace("/v1/", "/v1/operator/") + "/comments/2";
        server.delete(desk).byOperator().send().is(204);
        server.delete(desk).byOperator().send().refused(404, "unknown_comment");
        // Staff have no rate, and this one is a fan, too.
        for (int said = 0; said < 100; said++) {
            server.post(own + "/comments")
                    .by("talker", "fan", "operator")
                    .json(words)
                    .send()
                    .is(201);
        }
        server.post(own + "/comments").by("talker").json(words).send().refused(409, "too_many_comments");
    }

    private void withdraw(String own) {
        server.delete(own).by("voter").send().refused(403, "not_your_wish");
        server.delete(own).by("dreamer").send().is(204);
        server.delete(own).by("dreamer").send().refused(409, "wish_closed");
        server.put(own + "/vote").by("voter").send().refused(409, "wish_closed");
        server.post(own + "/comments")
                .by("voter")
                .json(Map.of("text", "Why?"))
                .send()
                .refused(409, "wish_closed");
        Reply decided = propose("dreamer", "A bell").is(201);
        String answered = WISHES + "/" + decided.at("/id");
        server.put(answered + "/vote").by("voter").send().is(200);
        server.decide(String.valueOf(decided.at("/id")));
        server.delete(answered + "/vote").by("voter").send().refused(409, "wish_closed");
    }

    private void unknown() {
        for (String path : List.of(NOWHERE, NOWHERE + "/comments")) {
            server.get(path).send().refused(404, "unknown_wish");
        }
        for (String path : List.of(NOWHERE + "/vote", NOWHERE + "/follow")) {
            server.put(path).by("voter").send().refused(404, "unknown_wish");
            server.delete(path).by("voter").send().refused(404, "unknown_wish");
        }
        server.delete(NOWHERE).by("voter").send().refused(404, "unknown_wish");
        server.delete(WISHES + "/none/comments/1").by("voter").send().refused(404, "unknown_wish");
        server.delete("/api/v1/operator/wishes/none/comments/1")
                .byOperator()
                .send()
                .refused(404, "unknown_wish");
        server.post(NOWHERE + "/comments")
                .by("voter")
                .json(Map.of("text", "Why?"))
                .send()
                .refused(404, "unknown_wish");
        server.post(WISHES)
                .by("dreamer")
                .json(Map.of("class", "none", "language", "en", "title", "A", "text", "B"))
                .send()
                .refused(422, "unknown_wish_class");
    }

    private void desk() {
        Map<String, Object> wishClass = Map.of("name", Map.of("en", "Shops", "zh", "门店"), "answerDays", 7);
        server.put("/api/v1/operator/wish-classes/shops")
                .byOperator()
                .json(wishClass)
                .send()
                .is(200);
        Reply last;
        int made = 0;
        do {
            last = server.put("/api/v1/operator/wish-classes/class-" + made++)
                    .byOperator()
                    .json(wishClass)
                    .send();
        } while (last.status() == 200);
        last.refused(409, "too_many_wish_classes");
    }

    private void refuseBodies(String own) {
        refuse("POST", WISHES, "dreamer", "fan");
        refuse("POST", own + "/comments", "dreamer", "fan");
        refuse("PUT", "/api/v1/operator/wish-classes/shops", "operator", "operator");
        refuse("PUT", RULES, "operator", "operator");
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
