package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.community.round.TellNow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Questions before a launch, rounds of answers, and the rules that they set, over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class RoundContractTest {
    private final RunningServer server;
    private Opening opening;

    RoundContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void aLaunchAndSomeoneWhoSigns() {
        AnswerWorld.role(server);
        opening = Opening.on(server).supplied("pro,2027-01-04,99", "max,2027-01-11,9");
    }

    private String path(String rest) {
        return "/api/v1/launches/" + opening.slug + rest;
    }

    private Reply ask(String member, String text) {
        return server.post(path("/questions"))
                .by(member)
                .json(Map.of("language", "en", "text", text))
                .send();
    }

    private long topic(String title) {
        return server.post(opening.operatorPath("/topics"))
                .byOperator()
                .json(Map.of("title", Map.of("en", title, "zh", title)))
                .send()
                .is(201)
                .number("/topic");
    }

    private Reply group(long topic, List<Long> questions) {
        return server.post(opening.operatorPath("/questions/topic"))
                .byOperator()
                .json(Map.of("topic", topic, "questions", questions))
                .send();
    }

    private Reply publish(int round, long topic, @Nullable Map<String, Object> rule) {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("topic", topic);
        answer.put("text", Map.of("en", "In March.", "zh", "三月。"));
        answer.put("rule", rule);
        return server.post(opening.operatorPath("/rounds"))
                .byOperator()
                .json(Map.of("round", round, "role", "product-manager", "answers", List.of(answer)))
                .send();
    }

    private static Map<String, Object> rule(Object... more) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "kind", "lock_date",
                "text", Map.of("en", "Orders lock on that day.", "zh", "订单于当日锁定。"),
                "day", "2027-03-01"));
        for (int i = 0; i < more.length; i += 2) {
            rule.put(more[i].toString(), more[i + 1]);
        }
        return rule;
    }

    private Reply all() {
        return server.get(path("/questions")).send().is(200);
    }

    @Test
    void a_question_is_asked_once_grouped_and_answered_in_a_round() {
        long number = ask("fan-1", "When do orders lock?").is(201).number("/number");
        assertEquals(number, ask("fan-1", "When do orders lock?").is(201).number("/number"));
        long other = ask("fan-2", "Which day is the lock?").is(201).number("/number");
        Reply loose = server.get(opening.operatorPath("/questions"))
                .byOperator()
                .send()
                .is(200);
        assertEquals(List.of(Long.toString(number), Long.toString(other)), loose.each("/questions", "number"));
        long topic = topic("Locking");
        group(topic, List.of(number, other)).is(200);
        publish(1, topic, null).is(201);
        Reply read = all();
        assertEquals(2, read.number("/topics/0/questions"));
        assertEquals("In March.", read.at("/topics/0/answers/0/text/en"));
        assertEquals("product manager", read.at("/topics/0/answers/0/roleName/en"));
        assertEquals(2, read.number("/nextRound"));
        assertEquals(
                0,
                server.get(opening.operatorPath("/questions"))
                        .byOperator()
                        .send()
                        .node("/questions")
                        .size());
    }

    @Test
    void rounds_are_numbered_and_of_many_who_publish_one_wins() {
        long topic = topic("Colours");
        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> publish(1, topic, null).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        publish(3, topic, null).refused(409, "round_taken");
        publish(2, topic, null).is(201);
        assertEquals(List.of("1", "2"), all().each("/topics/0/answers", "round"));
    }

    @Test
    void a_member_asks_ten_questions_and_no_more_however_many_at_once() {
        long taken = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> ask("curious", "Question " + number).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 201)
                .count();
        assertEquals(10, taken);
        ask("curious", "One more").refused(409, "too_many_questions");
    }

    @Test
    void a_rule_lists_the_live_orders_it_touches_tells_each_once_and_stands_on_them() {
        String reader = "reader-" + UUID.randomUUID();
        server.database()
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values (?, ?, 'en', true, now())")
                .params(reader, reader + "@example.com")
                .update();
        String first = opening.placed(reader, "pro");
        String max = opening.placed("fan-2", "max");
        String gone = opening.placed("fan-3", "pro");
        opening.act("fan-3", gone, "cancel").is(200);
        publish(1, topic("Locking"), rule("offer", "pro")).is(201);
        String later = opening.placed("fan-4", "pro");
        server.now(TellNow::tell);
        server.now(TellNow::tell);
        long rule = all().number("/rules/0/number");
        Reply touched = server.get(opening.operatorPath("/rules/" + rule + "/orders"))
                .byOperator()
                .send()
                .is(200);
        assertEquals(List.of(first), touched.each("/orders", "order"));
        assertEquals("true", all().at("/rules/0/allTold"));
        assertEquals(1, all().number("/rules/0/touched"));
        assertEquals("2027-03-01", opening.order(first).at("/rules/0/day"));
        for (String other : List.of(max, later)) {
            assertEquals(0, opening.order(other).node("/rules").size());
        }
        assertEquals(
                1,
                server.database()
                        .sql("select count(*) from member.mail where news = ?")
                        .param("rule_set/" + rule + "/" + first)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void a_rule_for_some_positions_touches_no_others() {
        for (int i = 0; i < 5; i++) {
            opening.placed("fan-" + i, "pro");
        }
        publish(1, topic("Locking"), rule("fromPosition", 2, "toPosition", 3)).is(201);
        server.now(TellNow::tell);
        long rule = all().number("/rules/0/number");
        Reply touched = server.get(opening.operatorPath("/rules/" + rule + "/orders"))
                .byOperator()
                .send()
                .is(200);
        assertEquals(List.of("2", "3"), touched.each("/orders", "position"));
    }

    @Test
    void a_rule_that_cannot_be_is_refused_with_its_round() {
        long topic = topic("Locking");
        Map<String, Object> undated = rule();
        undated.remove("day");
        publish(1, topic, undated).refused(422, "invalid_round");
        publish(1, topic, rule("offer", "none")).refused(422, "invalid_round");
        publish(1, topic, rule("fromPosition", 5, "toPosition", 3)).refused(422, "invalid_round");
        publish(1, topic + 1_000, null).refused(422, "invalid_round");
        assertEquals(1, all().number("/nextRound"));
    }

    @Test
    void whoever_is_erased_leaves_a_question_without_words() {
        String member = "asker-" + UUID.randomUUID();
        long number = ask(member, "Is it loud, asks " + member).is(201).number("/number");
        long topic = topic("Noise");
        group(topic, List.of(number)).is(200);
        assertTrue(new String(server.personal().file(member), StandardCharsets.UTF_8).contains("Is it loud"));
        server.personal().erase(member);
        assertEquals(1, all().number("/topics/0/questions"));
        assertEquals(
                0,
                server.database()
                        .sql("select count(*) from community.question where member = ? or text like ?")
                        .params(member, "%" + member + "%")
                        .query(Integer.class)
                        .single());
    }
}
