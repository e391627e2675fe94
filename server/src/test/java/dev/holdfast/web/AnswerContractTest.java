package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the brand answers to wishes, over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class AnswerContractTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer server;

    AnswerContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void someoneSigns() {
        AnswerWorld.role(server);
    }

    private String wish() {
        return AnswerWorld.wish(server, "fan-" + NUMBER.incrementAndGet());
    }

    private Reply answer(String wish, String decision, @Nullable LocalDate by, String words) {
        return AnswerWorld.answer(server, wish, decision, by, words);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC);
    }

    private Reply figures() {
        return server.get("/api/v1/answers").send().is(200);
    }

    /// Words that no other answer of this server has.
    private static String own(String words) {
        return words + " " + "abcdefghij".charAt(NUMBER.incrementAndGet() % 10)
                + Integer.toString(NUMBER.get(), Character.MAX_RADIX)
                        .replaceAll("\\d", "x")
                        .repeat(4);
    }

    @Test
    void an_answer_is_signed_dated_and_read_by_everybody() {
        String wish = wish();
        answer(wish, "accepted", today().plusDays(90), own("It comes with the spring update"))
                .is(201);
        Reply read = server.get("/api/v1/wishes/" + wish + "/answers").send().is(200);
        assertEquals("accepted", read.at("/answers/0/decision"));
        assertEquals("product manager", read.at("/answers/0/roleName/en"));
        assertEquals(today().plusDays(90).toString(), read.at("/answers/0/promisedBy"));
        assertEquals(server.clock().instant().toString(), read.at("/answers/0/at"));
        assertTrue(read.node("/due").isNull());
        assertEquals(List.of("answer_wish"), Trail.of(server, wish));
    }

    @Test
    void an_answer_is_never_changed_another_one_follows_it() {
        String wish = wish();
        answer(wish, "later", today().plusDays(10), own("Not in this year")).is(201);
        answer(wish, "accepted", today().plusDays(50), own("It fits after all")).is(201);
        Reply read = server.get("/api/v1/wishes/" + wish + "/answers").send().is(200);
        assertEquals(List.of("1", "2"), read.each("/answers", "number"));
        assertEquals(List.of("later", "accepted"), read.each("/answers", "decision"));
    }

    @Test
    void not_even_the_database_changes_an_answer_but_to_take_a_name_out() {
        String wish = wish();
        answer(wish, "declined", null, own("So said fan-777, and we")).is(201);
        String of = " where wish = '" + wish + "'";
        for (String rewriting : List.of(
                "delete from community.answer" + of,
                "update community.answer set decision = 'LATER'" + of,
                "update community.answer set reason_en = 'Gladly.'" + of)) {
            JdbcClient.StatementSpec statement = server.database().sql(rewriting);
            assertTrue(String.valueOf(assertThrows(DataAccessException.class, statement::update)
                            .getMessage())
                    .contains("only grows"));
        }
        assertEquals(
                1,
                server.database()
                        .sql("update community.answer set reason_en = replace(reason_en, 'fan-777', 'erased-x')" + of)
                        .update());
    }

    @Test
    void an_acceptance_names_a_date_and_a_decline_names_none() {
        String wish = wish();
        answer(wish, "accepted", null, own("Yes")).refused(422, "invalid_answer");
        answer(wish, "accepted", today().minusDays(1), own("Yes")).refused(422, "invalid_answer");
        answer(wish, "declined", today().plusDays(1), own("No")).refused(422, "invalid_answer");
        answer(wish, "declined", null, own("The law forbids it")).is(201);
    }

    @Test
    void both_languages_are_needed_and_only_a_role_that_is_there_signs() {
        String wish = wish();
        Map<String, Object> half =
                Map.of("role", "product-manager", "decision", "declined", "reason", Map.of("en", "No"));
        server.post("/api/v1/operator/wishes/" + wish + "/answers")
                .byOperator()
                .json(half)
                .send()
                .refused(422, "invalid_answer");
        Map<String, Object> stranger = new HashMap<>(half);
        stranger.put("role", "nobody");
        stranger.put("reason", Map.of("en", "No", "zh", "不"));
        server.post("/api/v1/operator/wishes/" + wish + "/answers")
                .byOperator()
                .json(stranger)
                .send()
                .refused(422, "invalid_answer");
    }

    @Test
    void of_many_who_answer_at_once_knowing_of_none_one_is_heard() {
        String wish = wish();
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> AnswerWorld.answer(server, wish, "declined", null, "No " + number, 0)
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        assertEquals(
                1,
                server.get("/api/v1/wishes/" + wish + "/answers")
                        .send()
                        .node("/answers")
                        .size());
    }

    @Test
    void what_is_not_answered_in_time_is_public_until_it_is() {
        String wish = wish();
        long before = figures().number("/figures/overdueAnswers");
        Reply early = server.get("/api/v1/wishes/" + wish + "/answers").send().is(200);
        assertEquals("false", early.at("/overdue"));
        server.clock().forward(Duration.ofDays(31));
        assertTrue(figures().number("/figures/overdueAnswers") > before);
        assertTrue(server.get("/api/v1/answers?limit=200")
                .send()
                .is(200)
                .each("/overdue", "wish")
                .contains(wish));
        answer(wish, "needs_more", null, own("Which charger do you mean")).is(201);
        assertEquals(
                "true", server.get("/api/v1/wishes/" + wish + "/answers").send().at("/overdue"));
        answer(wish, "exists_already", null, own("It is under settings")).is(201);
        assertFalse(server.get("/api/v1/answers?limit=200")
                .send()
                .is(200)
                .each("/overdue", "wish")
                .contains(wish));
    }

    @Test
    void what_is_put_off_to_a_day_is_due_again_when_it_is_over() {
        String wish = wish();
        LocalDate by = today().plusDays(3);
        answer(wish, "later", by, own("When the new battery is tested")).is(201);
        Reply read = server.get("/api/v1/wishes/" + wish + "/answers").send().is(200);
        assertEquals(by.plusDays(1) + "T00:00:00Z", read.at("/due"));
        server.clock().forward(Duration.ofDays(4));
        assertEquals(
                "true", server.get("/api/v1/wishes/" + wish + "/answers").send().at("/overdue"));
        long overdue = figures().number("/figures/overdueAnswers");
        answer(wish, "declined", null, own("The new battery failed")).is(201);
        assertEquals(overdue - 1, figures().number("/figures/overdueAnswers"));
    }

    @Test
    void a_promise_is_judged_by_its_first_date_however_often_it_is_moved() {
        String wish = wish();
        LocalDate first = today().plusDays(5);
        answer(wish, "accepted", first, own("By next week")).is(201);
        assertEquals("due", promise("due", wish, "/state"));
        answer(wish, "accepted", first.plusDays(60), own("It takes longer")).is(201);
        server.clock().forward(Duration.ofDays(6));
        assertEquals(first.toString(), promise("overdue", wish, "/firstBy"));
        assertEquals(first.plusDays(60).toString(), promise("overdue", wish, "/by"));
        answer(wish, "declined", null, own("The supplier is gone")).is(201);
        assertEquals("withdrawn", promise("withdrawn", wish, "/state"));
    }

    private @Nullable String promise(String state, String wish, String pointer) {
        Reply page = server.get("/api/v1/answers/promises?limit=200&state=" + state)
                .send()
                .is(200);
        int at = page.each("/promises", "wish").indexOf(wish);
        assertTrue(at >= 0, page.text());
        return page.at("/promises/" + at + pointer);
    }

    @Test
    void one_sentence_for_many_is_found_out_and_the_composer_says_so_before() {
        String mold = own("We pass it on to our engineers and thank you");
        long before = figures().number("/figures/fromMold");
        answer(wish(), "declined", null, mold).is(201);
        answer(wish(), "declined", null, mold).is(201);
        assertEquals(before, figures().number("/figures/fromMold"));
        String third = wish();
        Reply warned = server.post("/api/v1/operator/wishes/" + third + "/answers?preview=true")
                .byOperator()
                .json(AnswerWorld.body("declined", null, mold, null))
                .send()
                .is(200);
        assertEquals("true", warned.at("/fromMold"));
        assertEquals("2", warned.at("/reused/0/wishes"));
        assertEquals(
                0,
                server.get("/api/v1/wishes/" + third + "/answers")
                        .send()
                        .node("/answers")
                        .size());
        answer(third, "declined", null, mold).is(201);
        assertEquals(before + 3, figures().number("/figures/fromMold"));
    }

    @Test
    void the_same_sentence_in_two_answers_to_one_wish_is_no_mold() {
        String words = own("The charger stays on the left side of the car");
        String wish = wish();
        for (int i = 0; i < 3; i++) {
            answer(wish, "declined", null, words).is(201);
        }
        Reply preview = server.post("/api/v1/operator/wishes/" + wish() + "/answers?preview=true")
                .byOperator()
                .json(AnswerWorld.body("declined", null, words, null))
                .send()
                .is(200);
        assertEquals("false", preview.at("/fromMold"));
    }

    @Test
    void the_inbox_is_by_due_date_and_for_operators_alone() {
        String wish = wish();
        Reply inbox = server.get("/api/v1/operator/answers/inbox?limit=200")
                .byOperator()
                .send()
                .is(200);
        assertTrue(inbox.each("/waiting", "wish").contains(wish));
        List<String> due = inbox.each("/waiting", "due");
        assertEquals(due.stream().sorted().toList(), due);
        server.get("/api/v1/operator/answers/inbox").by("fan").send().refused(403, "wrong_role");
    }
}
