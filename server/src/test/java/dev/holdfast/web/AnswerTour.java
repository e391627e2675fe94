package dev.holdfast.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers to wishes in every way that the document speaks of.
final class AnswerTour {
    private static final String NO_WISH = "00000040-0000-4001-9c4e-52a1b0de7f10";

    private final RunningServer server;

    AnswerTour(RunningServer server) {
        this.server = server;
    }

    void walk() {
        // Those before us looked as often as one network may.
        server.forgive();
        AnswerWorld.role(server);
        for (String path : new String[] {"/answers", "/answers/promises", "/answers/rules"}) {
            server.get("/api/v1" + path).send().is(200);
        }
        server.get("/api/v1/answers?limit=0").send().refused(422, "invalid_parameter");
        server.get("/api/v1/answers/promises?state=lost").send().refused(422, "invalid_parameter");
        server.get("/api/v1/wishes/" + NO_WISH + "/answers").send().refused(404, "unknown_wish");
        server.get("/api/v1/operator/answers/inbox").byOperator().send().is(200);
        server.get("/api/v1/operator/answers/inbox?skip=x").byOperator().send().refused(422, "invalid_parameter");
        exports();
        answer();
        roles();
        specs();
        verdicts();
    }

    private void exports() {
        for (String file : new String[] {"wishes", "answers", "promises"}) {
            String path = "/api/v1/operator/exports/" + file;
            server.get(path + "?limit=5").byOperator().send().is(200);
            server.get(path + "?after=x").byOperator().send().refused(422, "invalid_parameter");
        }
    }

    private void answer() {
        String wish = AnswerWorld.wish(server, "touring-answers");
        String path = "/api/v1/operator/wishes/" + wish + "/answers";
        Map<String, Object> body = new HashMap<>(AnswerWorld.body("accepted", null, "It comes in spring", 0));
        server.post(path).byOperator().json(body).send().refused(422, "invalid_answer");
        body.put("promisedBy", LocalDate.parse("2030-01-01").toString());
        server.post(path).by("another", "operator").json(body).send().refused(403, "not_a_signer");
        server.post(path + "?preview=maybe").byOperator().json(body).send().refused(422, "invalid_parameter");
        server.post(path + "?preview=true").byOperator().json(body).send().is(200);
        server.post(path).byOperator().json(body).send().is(201);
        server.post(path).byOperator().json(body).send().refused(409, "answered_meanwhile");
        server.get("/api/v1/wishes/" + wish + "/answers").send().is(200);
        String withdrawn = AnswerWorld.wish(server, "touring-answers");
        server.call("DELETE", "/api/v1/wishes/" + withdrawn)
                .by("touring-answers")
                .send();
        server.post("/api/v1/operator/wishes/" + withdrawn + "/answers")
                .byOperator()
                .json(body)
                .send()
                .refused(409, "wish_closed");
        server.post("/api/v1/operator/wishes/" + NO_WISH + "/answers")
                .byOperator()
                .json(body)
                .send()
                .refused(404, "unknown_wish");
        refuse("POST", path);
    }

    private void roles() {
        String path = "/api/v1/operator/answer-roles/head-of-service";
        server.put(path)
                .byOperator()
                .json(Map.of("name", Map.of("en", "Head")))
                .send()
                .refused(422, "invalid_answer");
        Map<String, Object> name = Map.of("name", Map.of("en", "Head", "zh", "负责人"));
        server.put(path).byOperator().json(name).send().is(200);
        server.put(path).by("another", "operator").json(name).send().refused(403, "not_a_granter");
        refuse("PUT", path);
        signers(path + "/signers");
    }

    private void signers(String path) {
        server.get("/api/v1/operator/answer-roles").byOperator().send().is(200);
        Map<String, Object> named = Map.of("member", "another", "signs", true);
        server.put(path).by("another", "operator").json(named).send().refused(403, "not_a_granter");
        server.put(path).byOperator().json(named).send().is(200);
        server.put(path)
                .byOperator()
                .json(Map.of("member", "operator", "signs", false))
                .send()
                .refused(409, "last_granter");
        server.put(path)
                .byOperator()
                .json(Map.of("member", "x".repeat(65), "signs", true))
                .send()
                .refused(422, "invalid_answer");
        server.put("/api/v1/operator/answer-roles/nobody/signers")
                .byOperator()
                .json(named)
                .send()
                .refused(404, "unknown_answer_role");
        refuse("PUT", path);
    }

    private void specs() {
        SpecWorld.product(server, "touring-car", 30);
        String versions = "/api/v1/operator/specs/touring-car/versions";
        SpecWorld.publish(server, "touring-car", 1, List.of()).is(201);
        SpecWorld.publish(server, "touring-car", 1, List.of()).refused(409, "spec_version_taken");
        SpecWorld.publish(server, "no-car", 1, List.of()).refused(404, "unknown_product");
        SpecWorld.publish(server, "touring-car", 2, List.of(SpecWorld.change(NO_WISH)))
                .refused(404, "unknown_wish");
        String open = AnswerWorld.wish(server, "touring-specs");
        SpecWorld.publish(server, "touring-car", 2, List.of(SpecWorld.change(open)))
                .refused(409, "wish_not_accepted");
        SpecWorld.publish(server, "touring-car", 2, List.of(Map.of("evidence", "")))
                .refused(422, "invalid_spec");
        String define = "/api/v1/operator/specs/touring-car";
        server.put(define)
                .byOperator()
                .json(Map.of("name", Map.of("en", "Car")))
                .send()
                .refused(422, "invalid_spec");
        refuse("PUT", define);
        refuse("POST", versions);
        server.get("/api/v1/specs").send().is(200);
        server.get("/api/v1/specs/touring-car").send().is(200);
        server.get("/api/v1/specs/no-car").send().refused(404, "unknown_product");
        Opening opening = Opening.with(server, "spec", Map.of("product", "touring-car", "version", 1));
        server.get("/api/v1/launches/" + opening.slug + "/wished").send().is(200);
        server.get("/api/v1/launches/nowhere/wished").send().refused(404, "unknown_launch");
        opening.set("spec", Map.of("product", "touring-car", "version", 9));
        opening.define().refused(422, "unknown_spec");
    }

    private void verdicts() {
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9");
        String order = opening.placed("touring-owner", "pro");
        String path = "/api/v1/orders/" + order + "/verdicts";
        server.get(path).by("touring-owner").send().is(200);
        server.get(path).by("another").send().refused(404, "unknown_order");
        Map<String, Object> verdict = Map.of("wish", NO_WISH, "verdict", "not_there");
        server.post(path).by("another").json(verdict).send().refused(404, "unknown_order");
        server.post(path).by("touring-owner").json(verdict).send().refused(409, "not_asked");
        server.post(path)
                .by("touring-owner")
                .json(Map.of("wish", NO_WISH))
                .send()
                .refused(422, "invalid_request");
        server.post(path)
                .by("touring-owner")
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.post(path)
                .by("touring-owner")
                .body("application/json", " ".repeat(20_000))
                .send()
                .refused(413, "body_too_large");
        said();
        server.get("/api/v1/wishes/" + NO_WISH + "/outcome").send().refused(404, "unknown_wish");
    }

    private void said() {
        String wish = AnswerWorld.wish(server, "touring-said");
        LocalDate by =
                LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(9);
        AnswerWorld.answer(server, wish, "accepted", by, "Said " + wish).is(201);
        SpecWorld.publish(server, "touring-car", 2, List.of(SpecWorld.change(wish)))
                .is(201);
        server.get("/api/v1/wishes/" + wish + "/outcome").send().is(200);
        Opening opening = Opening.with(server, "spec", Map.of("product", "touring-car", "version", 2))
                .supplied("pro,2027-01-04,9");
        String order = opening.placed("touring-owner", "pro");
        opening.act("touring-owner", order, "lock").is(200);
        server.handOver(order);
        server.clock().forward(Duration.ofDays(31));
        server.post("/api/v1/orders/" + order + "/verdicts")
                .by("touring-owner")
                .json(Map.of("wish", wish, "verdict", "there_and_good"))
                .send()
                .is(200);
        server.clock().forward(Duration.ofDays(-31));
    }

    private void refuse(String method, String path) {
        server.call(method, path)
                .byOperator()
                .body("application/json", "{")
                .send()
                .refused(400, "malformed_json");
        server.call(method, path)
                .byOperator()
                .json(Map.of("surprise", 1))
                .send()
                .refused(422, "invalid_request");
        server.call(method, path)
                .byOperator()
                .body("application/json", " ".repeat(1_100_000))
                .send()
                .refused(413, "body_too_large");
    }
}
