package dev.holdfast.web;

import dev.holdfast.community.round.TellNow;
import java.util.List;
import java.util.Map;

/// Question rounds in every way that the document speaks of.
final class RoundTour {
    private final RunningServer server;
    private final Opening opening;

    RoundTour(RunningServer server) {
        this.server = server;
        this.opening = Opening.on(server);
    }

    void walk() {
        // Those before us looked as often as one network may.
        server.forgive();
        AnswerWorld.role(server);
        String questions = "/api/v1/launches/" + opening.slug + "/questions";
        Map<String, Object> question = Map.of("language", "en", "text", "When?");
        server.get(questions).send().is(200);
        server.post(questions).by("touring-asker").json(question).send().is(201);
        for (int i = 0; i < 9; i++) {
            server.post(questions)
                    .by("touring-asker")
                    .json(Map.of("language", "zh", "text", "问题 " + i))
                    .send()
                    .is(201);
        }
        server.post(questions)
                .by("touring-asker")
                .json(Map.of("language", "en", "text", "One more"))
                .send()
                .refused(409, "too_many_questions");
        server.post(questions)
                .by("touring-asker")
                .json(Map.of("language", "fr", "text", "Quand?"))
                .send()
                .refused(422, "invalid_round");
        refuse(questions, "touring-asker", "fan");
        server.get(opening.operatorPath("/questions")).byOperator().send().is(200);
        server.get(opening.operatorPath("/questions?limit=0"))
                .byOperator()
                .send()
                .refused(422, "invalid_parameter");
        rounds();
        nowhere();
        tooManyTopics();
    }

    private void rounds() {
        String topics = opening.operatorPath("/topics");
        Map<String, Object> title = Map.of("title", Map.of("en", "Locking", "zh", "锁单"));
        long topic = server.post(topics).byOperator().json(title).send().is(201).number("/topic");
        server.post(topics).byOperator().json(Map.of("title", Map.of())).send().refused(422, "invalid_round");
        refuse(topics, "operator", "operator");
        String group = opening.operatorPath("/questions/topic");
        server.post(group)
                .byOperator()
                .json(Map.of("topic", topic, "questions", List.of()))
                .send()
                .is(200);
        server.post(group)
                .byOperator()
                .json(Map.of("topic", 0, "questions", List.of()))
                .send()
                .refused(422, "invalid_round");
        refuse(group, "operator", "operator");
        String rounds = opening.operatorPath("/rounds");
        Map<String, Object> rule = Map.of("kind", "refund", "text", Map.of("en", "All of it.", "zh", "全额。"));
        Map<String, Object> answer = Map.of("topic", topic, "text", Map.of("en", "Yes.", "zh", "是。"), "rule", rule);
        Map<String, Object> round = Map.of("round", 1, "role", "product-manager", "answers", List.of(answer));
        server.post(rounds).by("another", "operator").json(round).send().refused(403, "not_a_signer");
        server.post(rounds).byOperator().json(round).send().is(201);
        server.post(rounds).byOperator().json(round).send().refused(409, "round_taken");
        server.post(rounds)
                .byOperator()
                .json(Map.of("round", 2, "role", "product-manager", "answers", List.of()))
                .send()
                .refused(422, "invalid_round");
        refuse(rounds, "operator", "operator");
        server.now(TellNow::tell);
        String rules = opening.operatorPath("/rules/");
        long number = server.get("/api/v1/launches/" + opening.slug + "/questions")
                .send()
                .number("/rules/0/number");
        server.get(rules + number + "/orders").byOperator().send().is(200);
        server.get(rules + number + "/orders?limit=0").byOperator().send().refused(422, "invalid_parameter");
        server.get(rules + "0/orders").byOperator().send().refused(404, "unknown_rule");
        server.get(rules + "none/orders").byOperator().send().refused(404, "unknown_rule");
    }

    private void nowhere() {
        String there = "/api/v1/operator/launches/nowhere";
        server.get("/api/v1/launches/nowhere/questions").send().refused(404, "unknown_launch");
        server.post("/api/v1/launches/nowhere/questions")
                .by("touring-asker")
                .json(Map.of("language", "en", "text", "Where?"))
                .send()
                .refused(404, "unknown_launch");
        server.get(there + "/questions").byOperator().send().refused(404, "unknown_launch");
        server.get(there + "/rules/1/orders").byOperator().send().refused(404, "unknown_launch");
        server.post(there + "/topics").byOperator().json(Map.of()).send().refused(404, "unknown_launch");
        server.post(there + "/questions/topic")
                .byOperator()
                .json(Map.of())
                .send()
                .refused(404, "unknown_launch");
        server.post(there + "/rounds")
                .byOperator()
                .json(Map.of("round", 1, "role", "product-manager"))
                .send()
                .refused(404, "unknown_launch");
    }

    private void tooManyTopics() {
        String topics = opening.operatorPath("/topics");
        Map<String, Object> title = Map.of("title", Map.of("en", "One of many", "zh", "其中之一"));
        Reply last = server.post(topics).byOperator().json(title).send();
        for (int i = 0; i < 300 && last.status() == 201; i++) {
            last = server.post(topics).byOperator().json(title).send();
        }
        last.refused(409, "too_many_topics");
    }

    private void refuse(String path, String who, String role) {
        server.post(path).by(who, role).body("application/json", "{").send().refused(400, "malformed_json");
        server.post(path).by(who, role).json(Map.of("surprise", 1)).send().refused(422, "invalid_request");
        server.post(path)
                .by(who, role)
                .body("application/json", " ".repeat(1_100_000))
                .send()
                .refused(413, "body_too_large");
    }
}
