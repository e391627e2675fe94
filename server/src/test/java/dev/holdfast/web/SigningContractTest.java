package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who may sign in which role, over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class SigningContractTest {
    private static final String ROLES = "/api/v1/operator/answer-roles";

    private final RunningServer server;
    private final String role = "role-" + UUID.randomUUID().toString().substring(0, 8);
    private final String first = "first-" + UUID.randomUUID();
    private final String second = "second-" + UUID.randomUUID();

    SigningContractTest(RunningServer server) {
        this.server = server;
    }

    private Reply define(String operator, String name) {
        return server.put(ROLES + "/" + role)
                .by(operator, "operator")
                .json(Map.of("name", Map.of("en", name, "zh", "负责人")))
                .send();
    }

    private Reply name(String operator, String member, boolean signs, boolean grants) {
        return server.put(ROLES + "/" + role + "/signers")
                .by(operator, "operator")
                .json(Map.of("member", member, "signs", signs, "grants", grants))
                .send();
    }

    private Reply answer(String operator) {
        String wish = AnswerWorld.wish(server, "fan-" + UUID.randomUUID());
        Map<String, Object> body =
                Map.of("role", role, "decision", "declined", "reason", Map.of("en", "No, " + wish, "zh", "不," + wish));
        return server.post("/api/v1/operator/wishes/" + wish + "/answers")
                .by(operator, "operator")
                .json(body)
                .send();
    }

    private List<String> own(String operator) {
        return server.get(ROLES)
                .by(operator, "operator")
                .send()
                .is(200)
                .json()
                .at("/roles")
                .valueStream()
                .filter(one -> one.at("/id").stringValue().equals(role))
                .map(one -> one.at("/signs") + " " + one.at("/grants"))
                .toList();
    }

    @Test
    void whoever_adds_a_role_signs_in_it_and_nobody_else_until_they_are_named() {
        define(first, "head of seats").is(200);
        answer(first).is(201);
        answer(second).refused(403, "not_a_signer");
        assertEquals(List.of("false false"), own(second));
        name(first, second, true, false).is(200);
        assertEquals(List.of("true false"), own(second));
        answer(second).is(201);
        name(first, second, false, false).is(200);
        answer(second).refused(403, "not_a_signer");
        assertEquals(List.of("end_answer_role", "grant_answer_role", "define_answer_role"), Trail.of(server, role));
    }

    @Test
    void only_those_who_may_name_others_do_and_give_the_role_another_name() {
        define(first, "head of seats").is(200);
        define(second, "head of everything").refused(403, "not_a_granter");
        name(second, second, true, true).refused(403, "not_a_granter");
        name(first, second, true, false).is(200);
        name(second, "third", true, false).refused(403, "not_a_granter");
        name(first, second, true, true).is(200);
        name(second, "third", true, false).is(200);
        define(second, "head of all seats").is(200);
    }

    @Test
    void somebody_is_always_left_who_may_name_others() {
        define(first, "head of seats").is(200);
        name(first, first, false, false).refused(409, "last_granter");
        name(first, first, true, false).refused(409, "last_granter");
        name(first, second, true, true).is(200);
        name(second, first, false, false).is(200);
        answer(first).refused(403, "not_a_signer");
    }

    @Test
    void a_role_from_before_is_everybodys_until_the_first_is_named() {
        define(first, "head of seats").is(200);
        server.database()
                .sql("delete from community.answer_signer where role = ?")
                .param(role)
                .update();
        answer(second).is(201);
        name(second, "third", true, false).is(200);
        assertEquals(List.of("true true"), own(second));
        answer(first).refused(403, "not_a_signer");
        answer("third").is(201);
    }

    @Test
    void when_the_last_who_named_others_has_left_the_role_stays_closed_and_anybody_may_name() {
        define(first, "head of seats").is(200);
        name(first, second, true, true).is(200);
        name(first, first, false, false).is(200);
        server.personal().erase(second);
        answer(first).refused(403, "not_a_signer");
        name("third", first, true, false).is(200);
        answer(first).is(201);
    }
}
