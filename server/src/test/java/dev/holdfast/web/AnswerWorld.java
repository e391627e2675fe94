package dev.holdfast.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Wishes and those who answer them, for any test that needs some.
final class AnswerWorld {
    private AnswerWorld() {}

    static void role(RunningServer server) {
        server.put("/api/v1/operator/answer-roles/product-manager")
                .byOperator()
                .json(Map.of("name", Map.of("en", "product manager", "zh", "产品经理")))
                .send()
                .is(200);
    }

    /// A new wish of class `product`.
    ///
    /// @return its id
    static String wish(RunningServer server, String member) {
        Map<String, Object> words = Map.of(
                "class", "product", "language", "en", "title", "Charge faster", "text", "Please. " + UUID.randomUUID());
        String id = server.post("/api/v1/wishes")
                .by(member)
                .json(words)
                .send()
                .is(201)
                .at("/id");
        return String.valueOf(id);
    }

    static Reply answer(RunningServer server, String wish, String decision, @Nullable LocalDate by, String words) {
        return answer(server, wish, decision, by, words, null);
    }

    static Reply answer(
            RunningServer server,
            String wish,
            String decision,
            @Nullable LocalDate by,
            String words,
            @Nullable Integer after) {
        return server.post("/api/v1/operator/wishes/" + wish + "/answers")
                .byOperator()
                .json(body(decision, by, words, after))
                .send();
    }

    static Map<String, @Nullable Object> body(
            String decision, @Nullable LocalDate by, String words, @Nullable Integer after) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("role", "product-manager");
        body.put("decision", decision);
        body.put("reason", Map.of("en", words, "zh", "说明:" + words));
        body.put("promisedBy", by == null ? null : by.toString());
        body.put("after", after);
        return body;
    }
}
