package dev.holdfast.web;

import java.util.List;
import java.util.Map;

/// Stories in every way that the document speaks of.
final class StoryTour {
    private static final String NO_ORDER = "00000040-0000-8001-9c4e-52a1b0de7f10";
    private final RunningServer server;
    private final StoryWorld world;

    StoryTour(RunningServer server) {
        this.server = server;
        this.world = new StoryWorld(server);
    }

    void walk() {
        // Those before us looked as often as one network may.
        server.forgive();
        world.roles();
        int terms = terms();
        long number = tell(terms);
        own(number, terms);
        desk(number);
        nowhere(terms);
    }

    private int terms() {
        String path = "/api/v1/operator/story-terms";
        server.post(path).byOperator().json(Map.of("months", 0)).send().refused(422, "invalid_story");
        malformed(path, "operator");
        int version = world.terms(12);
        server.get("/api/v1/story-terms").send().is(200);
        return version;
    }

    private long tell(int terms) {
        String order = world.delivered();
        world.tell(world.owner, order, terms + 1, "Other terms").refused(409, "story_terms_changed");
        world.tell(world.owner, NO_ORDER, terms, "No order").refused(404, "unknown_order");
        String waiting = world.opening.placed("touring-hopeful", "pro");
        world.tell("touring-hopeful", waiting, terms, "Soon").refused(409, "not_owner");
        world.tell(world.owner, order, terms, "Two\nlines").refused(422, "invalid_story");
        long number = world.tell(world.owner, order, terms, "One").is(201).number("/number");
        Reply last = world.tell(world.owner, order, terms, "Story 0");
        for (int i = 1; i < 20 && last.status() == 201; i++) {
            last = world.tell(world.owner, order, terms, "Story " + i);
        }
        last.refused(409, "too_many_stories");
        malformed("/api/v1/stories", world.owner);
        return number;
    }

    private void own(long number, int terms) {
        String path = "/api/v1/stories/" + number;
        world.own(world.owner);
        server.get("/api/v1/stories").send().is(200);
        server.get("/api/v1/stories?limit=0").send().refused(422, "invalid_parameter");
        server.get(path).send().refused(404, "unknown_story");
        world.fan(world.owner, number, "grant", Map.of("terms", terms + 1)).refused(409, "story_terms_changed");
        world.fan(world.owner, number, "grant", Map.of("terms", terms)).refused(409, "story_granted");
        world.fan(world.owner, number, "appeal", Map.of("text", "Why")).refused(409, "no_appeal");
        world.fan(world.owner, number, "appeal", Map.of("text", " ")).refused(422, "invalid_story");
        world.fan(world.owner, number, "withdrawal", Map.of()).is(200);
        world.fan(world.owner, number, "withdrawal", Map.of()).refused(409, "story_not_granted");
        world.fan(world.owner, number, "grant", Map.of("terms", terms)).is(200);
        malformed(path + "/grant", world.owner);
        malformed(path + "/appeal", world.owner);
    }

    private void desk(long number) {
        String path = "/api/v1/operator/stories/" + number;
        for (String which : List.of("waiting", "appealed", "shown", "hidden", "to_end")) {
            world.listed(which);
        }
        server.get("/api/v1/operator/stories?which=lost").byOperator().send().refused(422, "invalid_parameter");
        world.desk(number, "uses", Map.of("place", "Too early")).refused(409, "story_not_granted");
        world.decide(number, "nobody", true).refused(422, "invalid_story");
        server.post(path + "/decision")
                .by("another", "operator")
                .json(Map.of("role", "product-manager", "show", true))
                .send()
                .refused(403, "not_a_signer");
        world.decide(number, "product-manager", false).is(200);
        world.fan(world.owner, number, "appeal", Map.of("text", "Why")).is(200);
        world.decide(number, "product-manager", true).refused(409, "story_same_role");
        world.decide(number, "head-of-stories", true).is(200);
        server.get("/api/v1/stories/" + number).send().is(200);
        world.desk(number, "uses", Map.of("place", "Poster")).is(200);
        world.desk(number, "uses", Map.of("place", "Two\nlines")).refused(422, "invalid_story");
        world.desk(number, "uses/1/end", Map.of()).is(200);
        world.desk(number, "uses/1/end", Map.of()).refused(404, "unknown_story_use");
        malformed(path + "/decision", "operator");
        malformed(path + "/uses", "operator");
    }

    private void nowhere(int terms) {
        world.fan(world.owner, 0, "grant", Map.of("terms", terms)).refused(404, "unknown_story");
        world.fan(world.owner, 0, "withdrawal", Map.of()).refused(404, "unknown_story");
        world.fan(world.owner, 0, "appeal", Map.of("text", "Why")).refused(404, "unknown_story");
        server.get("/api/v1/stories/none").send().refused(404, "unknown_story");
        world.decide(0, "product-manager", true).refused(404, "unknown_story");
        world.desk(0, "uses", Map.of("place", "Poster")).refused(404, "unknown_story");
        world.desk(0, "uses/1/end", Map.of()).refused(404, "unknown_story");
    }

    private void malformed(String path, String who) {
        String[] roles = who.equals("operator") ? new String[] {"operator"} : new String[0];
        server.post(path).by(who, roles).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path).by(who, roles).json(Map.of("surprise", 1)).send().refused(422, "invalid_request");
        server.post(path)
                .by(who, roles)
                .body("application/json", " ".repeat(300_000))
                .send()
                .refused(413, "body_too_large");
    }
}
