package dev.holdfast.web;

import dev.holdfast.community.integrity.ExamineNow;
import java.util.List;
import java.util.Map;

/// Does everything with wishes by which something is kept about a member.
final class WishLife {
    private final RunningServer server;

    WishLife(RunningServer server) {
        this.server = server;
    }

    /// @return the wish they proposed, which somebody else supports, too
    String live(String fan) {
        String wish = propose(fan, "A basket");
        propose(fan, "By " + fan);
        String path = "/api/v1/wishes/" + wish;
        server.put(path + "/vote").by(fan).send().is(200);
        server.put(path + "/vote").by("neighbour-of-" + fan.hashCode()).send().is(200);
        server.put(path + "/follow").by(fan).send().is(204);
        object(fan);
        merge(wish, fan);
        server.post(path + "/comments").by(fan).json(Map.of("text", fan)).send().is(201);
        return wish;
    }

    /// Noticed with two others on one device, and they say that it was not so.
    private void object(String fan) {
        String path = "/api/v1/wishes/" + propose("crowd-" + fan.hashCode(), "A crowd") + "/vote";
        for (String voter : List.of(fan, "second-" + fan.hashCode(), "third-" + fan.hashCode())) {
            server.put(path).by(voter).header("X-Device", "one").send().is(200);
        }
        server.now(ExamineNow::examine);
        server.post(path + "/appeal").by(fan).json(Map.of("text", fan)).send().is(201);
    }

    /// Asked whether their vote may move, and they say yes.
    private void merge(String target, String fan) {
        String source = propose("other-" + fan.hashCode(), "A bag");
        server.put("/api/v1/wishes/" + source + "/vote").by(fan).send().is(200);
        Reply merge = server.post("/api/v1/operator/wishes/" + source + "/merges")
                .byOperator()
                .json(Map.of("into", target, "reason", "They say the same.", "answerDays", 1))
                .send()
                .is(201);
        server.put("/api/v1/me/merges/" + merge.at("/number"))
                .by(fan)
                .json(Map.of("agrees", true))
                .send()
                .is(200);
    }

    private String propose(String fan, String title) {
        Map<String, Object> wish = Map.of("class", "service", "language", "en", "title", title, "text", title);
        return String.valueOf(
                server.post("/api/v1/wishes").by(fan).json(wish).send().is(201).at("/id"));
    }
}
