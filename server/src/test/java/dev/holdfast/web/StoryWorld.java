package dev.holdfast.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Owners, and terms under which they tell stories, for any test that needs some.
final class StoryWorld {
    private final RunningServer server;
    final String owner = "owner-" + UUID.randomUUID();
    final Opening opening;
    int terms;
    String order = "";

    StoryWorld(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server).supplied("pro,2027-01-04,9");
    }

    /// Terms for two years, and an owner who has not told anything yet.
    void prepare() {
        roles();
        terms = terms(24);
        order = delivered();
    }

    Reply tell(String title) {
        return tell(owner, order, terms, title);
    }

    StoryWorld roles() {
        AnswerWorld.role(server);
        server.put("/api/v1/operator/answer-roles/head-of-stories")
                .byOperator()
                .json(Map.of("name", Map.of("en", "head of stories", "zh", "故事负责人")))
                .send()
                .is(200);
        return this;
    }

    /// @return the version
    int terms(int months) {
        return (int) server.post("/api/v1/operator/story-terms")
                .byOperator()
                .json(Map.of(
                        "uses", CouncilWorld.texts("Shown on our pages and in our stores."),
                        "places", CouncilWorld.texts("Everywhere."),
                        "months", months,
                        "text", CouncilWorld.texts("You grant us for " + months + " months...")))
                .send()
                .is(201)
                .number("/version");
    }

    /// An order that was handed over.
    String delivered() {
        String order = opening.placed(owner, "pro");
        opening.act(owner, order, "lock").is(200);
        server.handOver(order);
        return order;
    }

    Reply tell(String member, String order, int terms, String title) {
        return server.post("/api/v1/stories")
                .by(member)
                .json(Map.of(
                        "order",
                        order,
                        "language",
                        "en",
                        "title",
                        title,
                        "text",
                        "It snowed for a week.",
                        "terms",
                        terms))
                .send();
    }

    Reply fan(String member, long number, String act, Map<String, Object> body) {
        return server.post("/api/v1/stories/" + number + "/" + act)
                .by(member)
                .json(body)
                .send();
    }

    Reply decide(long number, String role, boolean show) {
        return desk(
                number, "decision", Map.of("role", role, "show", show, "reason", CouncilWorld.texts("We read it.")));
    }

    Reply desk(long number, String act, Map<String, Object> body) {
        return server.post("/api/v1/operator/stories/" + number + "/" + act)
                .byOperator()
                .json(body)
                .send();
    }

    Reply own(String member) {
        return server.get("/api/v1/me/stories").by(member).send().is(200);
    }

    /// Of this launch.
    List<String> shown() {
        return server.get("/api/v1/stories?launch=" + opening.slug)
                .send()
                .is(200)
                .each("/stories", "number");
    }

    List<String> listed(String which) {
        return server.get("/api/v1/operator/stories?limit=100&which=" + which)
                .byOperator()
                .send()
                .is(200)
                .each("/stories", "number");
    }
}
