package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.community.event.EventsNow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Councils over real HTTP: who sits there, what they bring, and what becomes of it in public.
@ExtendWith(RunningServer.Shared.class)
class CouncilContractTest {
    private final RunningServer server;
    private final CouncilWorld council;
    private final String fan = "seated-" + UUID.randomUUID();

    CouncilContractTest(RunningServer server) {
        this.server = server;
        this.council = new CouncilWorld(server);
    }

    @BeforeEach
    void forgive() {
        server.forgive();
    }

    @AfterEach
    void backToTheStart() {
        server.clock().set(RunningServer.START);
    }

    @Test
    void a_suggestion_is_followed_in_public_from_a_seat_to_what_was_done() {
        council.with(fan);
        long number = council.bring(fan, "Warmer seats").is(201).number("/number");
        assertEquals(number, council.bring(fan, "Warmer seats").is(201).number("/number"), "the same again");
        assertEquals("brought", council.look(number).at("/state"));
        assertEquals(council.day(30).toString(), council.look(number).at("/due"), "due from the first moment");
        council.assign(number, council.day(12), null).is(200);
        council.answer(number, "accepted", council.day(40)).is(200);
        assertTrue(council.tracked("promised").contains(council.slug));
        council.done(number).is(200);
        Reply read = council.look(number);
        assertEquals("done", read.at("/state"));
        assertEquals("false", read.at("/overdue"));
        assertEquals(List.of("assigned", "answered", "done"), read.each("/history", "act"));
        assertEquals("product manager", read.at("/history/1/roleName/en"));
        assertEquals("1", council.look().at("/council/done"));
    }

    @Test
    void what_is_public_names_nobody_and_the_desk_does() {
        council.with(fan);
        council.bring(fan, "Warmer seats").is(201);
        Reply read = council.look();
        assertFalse(read.text().contains(fan), read.text());
        Reply own = server.get(council.path("/seat")).by(fan).send().is(200);
        assertEquals(own.at("/alias"), read.at("/suggestions/0/author"));
        assertEquals(own.at("/alias"), read.at("/sitting/0/alias"));
        assertEquals("An owner of four years.", read.at("/sitting/0/because/en"));
        assertEquals(
                List.of(fan),
                server.get(council.desk("/seats")).byOperator().send().is(200).each("/seats", "member"));
    }

    @Test
    void nobody_without_a_seat_brings_anything_nor_has_it_written_down() {
        council.with(fan);
        council.bring("passer-by", "Let me in").refused(409, "not_seated");
        var minute = Map.<String, Object>of(
                "member", "passer-by", "language", "en", "title", "Let me in", "text", "Please.");
        server.post(council.desk("/suggestions"))
                .byOperator()
                .json(minute)
                .send()
                .refused(409, "not_seated");
        assertEquals(0, council.look().node("/suggestions").size());
    }

    @Test
    void minutes_are_written_for_a_week_and_fans_bring_until_the_day_is_over() {
        council.with(fan);
        server.clock().forward(Duration.ofDays(11));
        council.bring(fan, "Too late").refused(409, "council_over");
        var minute = Map.<String, Object>of("member", fan, "language", "zh", "title", "座椅加热", "text", "冬天太冷。");
        server.post(council.desk("/suggestions"))
                .byOperator()
                .json(minute)
                .send()
                .is(201);
        server.clock().forward(Duration.ofDays(7));
        server.post(council.desk("/suggestions"))
                .byOperator()
                .json(Map.of("member", fan, "language", "zh", "title", "又一条", "text", "晚了。"))
                .send()
                .refused(409, "council_over");
    }

    @Test
    void a_day_that_is_moved_does_not_make_anything_punctual() {
        council.with(fan);
        long number = council.bring(fan, "Warmer seats").is(201).number("/number");
        council.assign(number, council.day(12), null).is(200);
        council.assign(number, council.day(60), null).refused(422, "invalid_council");
        council.assign(number, council.day(60), "The supplier was asked.").is(200);
        assertEquals(council.day(12).toString(), council.look(number).at("/judgedBy"));
        server.clock().forward(Duration.ofDays(13));
        assertEquals("true", council.look(number).at("/overdue"));
        assertTrue(council.tracked("overdue").contains(council.slug));
        council.answer(number, "accepted", council.day(5)).is(200);
        assertFalse(council.tracked("overdue").contains(council.slug), "the answer was what was late");
        council.answer(number, "accepted", council.day(90)).is(200);
        server.clock().forward(Duration.ofDays(6));
        assertEquals("true", council.look(number).at("/overdue"), "judged by the first promise");
        council.done(number).is(200);
        assertEquals("true", council.look(number).at("/overdue"), "done, and late");
        assertFalse(council.tracked("overdue").contains(council.slug));
    }

    @Test
    void an_acceptance_needs_a_day_and_only_what_is_promised_can_be_done() {
        council.with(fan);
        long number = council.bring(fan, "Warmer seats").is(201).number("/number");
        council.answer(number, "declined", null).refused(409, "suggestion_state");
        council.assign(number, council.day(12), null).is(200);
        council.answer(number, "accepted", null).refused(422, "invalid_council");
        council.answer(number, "declined", council.day(5)).refused(422, "invalid_council");
        council.answer(number, "needs_more", null).refused(422, "invalid_council");
        council.answer(number, "declined", null).is(200);
        assertEquals(null, council.look(number).at("/due"));
        council.done(number).refused(409, "suggestion_state");
        council.assign(number, council.day(9), "We looked again.").is(200);
        assertEquals(council.day(9).toString(), council.look(number).at("/judgedBy"), "opened again");
        var late = Map.<String, Object>of(
                "decision", "exists_already", "reason", CouncilWorld.texts("It is there."), "after", 1);
        council.act(number, "answer", late).refused(409, "answered_meanwhile");
    }

    @Test
    void rules_are_fixed_once_somebody_sits_and_days_once_something_was_brought() {
        council.with();
        var other = council.definition(3);
        other.put("rules", CouncilWorld.texts("Whoever we like."));
        council.define(other).is(200);
        council.seat(fan).is(200);
        var back = council.definition(3);
        council.define(back).refused(409, "council_fixed");
        other.put("answerBy", council.day(31).toString());
        council.define(other).is(200);
        council.bring(fan, "Warmer seats").is(201);
        other.put("answerBy", council.day(90).toString());
        council.define(other).refused(409, "council_fixed");
        other.put("answerBy", council.day(31).toString());
        other.put("name", CouncilWorld.texts("Another name"));
        council.define(other).is(200);
    }

    @Test
    void seats_are_as_many_as_the_rules_say_and_one_that_was_used_stays() {
        council.with(fan, "second");
        council.seat("third").refused(409, "seats_taken");
        server.delete(council.desk("/seats/second")).byOperator().send().is(200);
        council.seat("third").is(200);
        council.bring(fan, "Warmer seats").is(201);
        server.delete(council.desk("/seats/" + fan)).byOperator().send().refused(409, "seat_used");
        server.delete(council.desk("/seats/second")).byOperator().send().refused(409, "not_seated");
    }

    @Test
    void where_a_draw_decides_holders_bring_and_reserves_do_not() {
        AnswerWorld.role(server);
        String event = "drawn-" + UUID.randomUUID();
        List<String> fans = List.of(fan, "north-" + fan, "south-" + fan);
        draw(event, fans);
        var definition = council.definition(1);
        definition.remove("rules");
        definition.remove("seats");
        definition.put("event", event);
        council.define(definition).is(201);
        assertEquals(1, council.look().node("/sitting").size());
        long brought = fans.stream()
                .filter(one -> council.bring(one, "Of " + one).status() == 201)
                .count();
        assertEquals(1, brought);
        assertEquals(
                council.look().at("/sitting/0/alias"), council.look().at("/suggestions/0/author"), "whoever was drawn");
        definition.put("event", null);
        definition.put("rules", CouncilWorld.texts("Whoever we like."));
        definition.put("seats", 9);
        council.define(definition).refused(409, "council_fixed");
    }

    /// One place for three.
    private void draw(String event, List<String> fans) {
        var opens = server.clock().instant();
        var definition = Map.<String, Object>ofEntries(
                Map.entry("name", Map.of("en", "Council of spring")),
                Map.entry("places", 1),
                Map.entry("opensAt", opens.toString()),
                Map.entry("closesAt", opens.plus(Duration.ofHours(1)).toString()),
                Map.entry("figure", "drand round 1"),
                Map.entry("figureAt", opens.plus(Duration.ofHours(2)).toString()),
                Map.entry("startsAt", opens.plus(Duration.ofDays(3)).toString()),
                Map.entry("endsAt", opens.plus(Duration.ofDays(60)).toString()),
                Map.entry("timeZone", "UTC"));
        server.put("/api/v1/operator/events/" + event)
                .byOperator()
                .json(definition)
                .send()
                .is(201);
        fans.forEach(one -> server.put("/api/v1/events/" + event + "/place")
                .by(one)
                .json(Map.of())
                .send()
                .is(200));
        server.clock().forward(Duration.ofHours(1));
        server.now(EventsNow::keep);
        server.clock().forward(Duration.ofHours(1));
        server.post("/api/v1/operator/events/" + event + "/figure")
                .byOperator()
                .json(Map.of("figure", "1"))
                .send()
                .is(200);
    }

    @Test
    void history_cannot_be_rewritten_in_the_database_either() {
        council.with(fan);
        long number = council.bring(fan, "Warmer seats").is(201).number("/number");
        council.assign(number, council.day(12), null).is(200);
        for (String sql :
                List.of("update community.suggestion_step set due = null", "delete from community.suggestion_step")) {
            var refused = assertThrows(
                    RuntimeException.class, () -> server.database().sql(sql).update());
            assertTrue(String.valueOf(refused.getMessage()).contains("History only grows"), sql);
        }
    }

    @Test
    void whoever_brought_it_gets_a_letter_with_each_answer() {
        council.with(fan);
        server.database()
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values (?, ?, 'zh', true, now())")
                .params(fan, fan + "@example.com")
                .update();
        long number = council.bring(fan, "Warmer seats").is(201).number("/number");
        council.assign(number, council.day(12), null).is(200);
        council.answer(number, "accepted", council.day(40)).is(200);
        council.done(number).is(200);
        assertEquals(
                2,
                server.database()
                        .sql("select count(*) from member.mail where member = ? and kind = 'suggestion_answered'")
                        .param(fan)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void whoever_is_erased_is_gone_and_what_was_answered_stays_known_by_its_title() {
        council.with(fan);
        long answered = council.bring(fan, "Warmer seats").is(201).number("/number");
        long waiting = council.bring(fan, "My street needs a charger").is(201).number("/number");
        council.assign(answered, council.day(12), null).is(200);
        String alias = council.look(answered).at("/author");
        String file = new String(server.personal().file(fan), StandardCharsets.UTF_8);
        assertTrue(file.contains("My street needs a charger") && file.contains("An owner of four years."), file);
        server.personal().erase(fan);
        assertEquals("Warmer seats", council.look(answered).at("/title"));
        assertEquals("", council.look(answered).at("/text"));
        assertEquals("withdrawn", council.look(waiting).at("/state"));
        assertEquals("", council.look(waiting).at("/title"));
        assertNotEquals(alias, council.look(answered).at("/author"));
        assertEquals(
                0,
                server.database()
                        .sql("select (select count(*) from community.suggestion where member = :member)"
                                + " + (select count(*) from community.council_seat where member = :member)")
                        .param("member", fan)
                        .query(Integer.class)
                        .single());
    }
}
