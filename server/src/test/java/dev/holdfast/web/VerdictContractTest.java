package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.community.spec.AskNow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// From an accepted wish over a spec and an order to what its owner says, over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class VerdictContractTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer server;
    private final String product = "bike-" + NUMBER.incrementAndGet();
    private final List<String> orders = new ArrayList<>();
    private String wish = "";
    private Opening opening;

    VerdictContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void aWishCameTrueInVersionTwo() {
        AnswerWorld.role(server);
        wish = AnswerWorld.wish(server, "wisher-" + UUID.randomUUID());
        LocalDate by =
                LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(9);
        AnswerWorld.answer(server, wish, "accepted", by, "By then " + wish).is(201);
        SpecWorld.product(server, product, 30);
        SpecWorld.publish(server, product, 1, List.of()).is(201);
        SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(wish))).is(201);
        opening = Opening.with(server, "spec", Map.of("product", product, "version", 2))
                .supplied("pro,2027-01-04,99");
    }

    private String delivered(String member) {
        String order = opening.placed(member, "pro");
        opening.act(member, order, "lock").is(200);
        server.handOver(order);
        return order;
    }

    private Reply asked(String member, String order) {
        return server.get("/api/v1/orders/" + order + "/verdicts").by(member).send();
    }

    private Reply say(String member, String order, String verdict, String words) {
        return server.post("/api/v1/orders/" + order + "/verdicts")
                .by(member)
                .json(Map.of("wish", wish, "verdict", verdict, "words", words))
                .send();
    }

    private Reply outcome() {
        return server.get("/api/v1/wishes/" + wish + "/outcome").send().is(200);
    }

    @Test
    void an_owner_is_asked_when_the_time_has_come_and_their_last_word_counts() {
        String order = delivered("owner");
        assertEquals(0, asked("owner", order).is(200).node("/changes").size());
        say("owner", order, "there_and_good", "").refused(409, "not_asked");
        server.clock().forward(Duration.ofDays(31));
        assertEquals(List.of(wish), asked("owner", order).is(200).each("/changes", "wish"));
        say("owner", order, "not_there", "I looked for it.").is(200);
        say("owner", order, "there_and_good", "Found it.").is(200);
        Reply outcome = outcome();
        assertEquals(1, outcome.number("/delivered"));
        assertEquals(1, outcome.number("/thereAndGood"));
        assertEquals(0, outcome.number("/notThere"));
        assertTrue(outcome.node("/interval/low").doubleValue() > 0.2);
    }

    @Test
    void one_letter_asks_and_leads_to_the_page() {
        String member = "reader-" + UUID.randomUUID();
        reads(member);
        String order = delivered(member);
        server.clock().forward(Duration.ofDays(31));
        server.now(AskNow::ask);
        server.now(AskNow::ask);
        assertEquals(1, letters(order));
    }

    private void reads(String member) {
        server.database()
                .sql("insert into member.address (member, address, language, confirmed, since)"
                        + " values (?, ?, 'zh', true, now())")
                .params(member, member + "@example.com")
                .update();
    }

    private long letters(String order) {
        return server.database()
                .sql("select count(*) from member.mail where news = ?")
                .param("verdict_asked/" + order)
                .query(Long.class)
                .single();
    }

    @Test
    void nobody_speaks_for_another_or_of_what_their_order_has_not() {
        String order = delivered("owner");
        server.clock().forward(Duration.ofDays(31));
        say("stranger", order, "not_there", "").refused(404, "unknown_order");
        opening.set("spec", Map.of("product", product, "version", 1));
        opening.define().is(200);
        String earlier = delivered("early");
        server.clock().forward(Duration.ofDays(31));
        assertEquals(0, asked("early", earlier).is(200).node("/changes").size());
        say("early", earlier, "not_there", "").refused(409, "not_asked");
        assertEquals(1, outcome().number("/delivered"));
    }

    @Test
    void when_most_owners_are_not_content_the_wish_is_opened_again() {
        disappoint();
        assertEquals(16, outcome().number("/thereNotGood"));
    }

    @Test
    void what_is_promised_after_owners_were_not_content_is_kept_by_what_comes_after_it_alone() {
        disappoint();
        LocalDate by =
                LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(9);
        AnswerWorld.answer(server, wish, "accepted", by, "This time " + wish).is(201);
        assertEquals(List.of(by.toString()), promised("due", "firstBy"));
        assertEquals(1, promised("kept", "wish").size(), "what was kept once stays so");
        server.clock().forward(Duration.ofDays(11));
        assertEquals(List.of(by.toString()), promised("overdue", "firstBy"));
        SpecWorld.publish(server, product, 3, List.of(SpecWorld.change(wish))).is(201);
        assertEquals(List.of(), promised("overdue", "wish"));
        assertEquals(List.of("false", "true"), promised("kept", "late"));
        assertEquals(List.of("1", "2"), promised("kept", "attempt"));
    }

    @Test
    void owners_of_what_was_built_again_are_counted_apart_from_those_before_them() {
        disappoint();
        LocalDate by =
                LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC).plusDays(99);
        AnswerWorld.answer(server, wish, "accepted", by, "Again " + wish).is(201);
        assertEquals(1, outcome().number("/attempt"), "nothing was built again yet");
        say("owner-7", orders.get(7), "not_there", "").is(200);
        assertEquals("ANSWERED", state(), "it was opened again for that once");
        SpecWorld.publish(server, product, 3, List.of(SpecWorld.change(wish))).is(201);
        opening.set("spec", Map.of("product", product, "version", 3));
        opening.define().is(200);
        String order = delivered("patient");
        server.clock().forward(Duration.ofDays(31));
        say("patient", order, "there_and_good", "").is(200);
        say("owner-8", orders.get(8), "not_there", "").is(200);
        Reply outcome = outcome();
        assertEquals(2, outcome.number("/attempt"));
        assertEquals(List.of(1L, 1L, 0L, 0L), figures(outcome, ""));
        assertEquals(List.of(20L, 4L, 14L, 2L), figures(outcome, "/earlier/0"));
        assertTrue(outcome.node("/earlier/0/interval/high").doubleValue() < 0.5);
        assertTrue(outcome.node("/reopenedAt").isNull());
        assertFalse(outcome.node("/earlier/0/reopenedAt").isNull());
        assertEquals("ANSWERED", state());
    }

    private static List<Long> figures(Reply outcome, String attempt) {
        return Stream.of("/delivered", "/thereAndGood", "/thereNotGood", "/notThere")
                .map(figure -> outcome.number(attempt + figure))
                .toList();
    }

    /// A field of each promise about the wish, the earliest day first.
    private List<String> promised(String state, String field) {
        return server.get("/api/v1/answers/promises?limit=200&state=" + state)
                .send()
                .is(200)
                .json()
                .at("/promises")
                .valueStream()
                .filter(promise -> promise.at("/wish").stringValue().equals(wish))
                .map(promise -> promise.at("/" + field).asString())
                .toList();
    }

    private void disappoint() {
        for (int i = 0; i < 20; i++) {
            String member = "owner-" + i;
            String order = delivered(member);
            orders.add(order);
            server.clock().forward(Duration.ofDays(31));
            assertEquals("ANSWERED", state(), "after " + i);
            say(member, order, i < 4 ? "there_and_good" : "there_not_good", "").is(200);
        }
        assertEquals("REOPENED", state());
    }

    private String state() {
        return server.database()
                .sql("select state from community.wish where id = ?::uuid")
                .param(wish)
                .query(String.class)
                .single();
    }

    @Test
    void whoever_is_erased_is_still_in_the_sums_and_nowhere_else() {
        String member = "leaver-" + UUID.randomUUID();
        String order = delivered(member);
        server.clock().forward(Duration.ofDays(31));
        say(member, order, "there_not_good", "It is loud, says " + member).is(200);
        String file = new String(server.personal().file(member), StandardCharsets.UTF_8);
        assertTrue(file.contains("It is loud"), file);
        server.personal().erase(member);
        assertEquals(1, outcome().number("/thereNotGood"));
        assertEquals(
                0,
                server.database()
                        .sql("""
                                select count(*) from community.verdict v
                                join community.owner o on o.order_id = v.order_id
                                where v.words like ? or o.member = ?""")
                        .params("%" + member + "%", member)
                        .query(Integer.class)
                        .single());
    }
}
