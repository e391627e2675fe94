package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// What products are, what wishes changed in them, and which version an order keeps.
@ExtendWith(RunningServer.Shared.class)
class SpecContractTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer server;
    private final String product = "car-" + NUMBER.incrementAndGet();

    SpecContractTest(RunningServer server) {
        this.server = server;
    }

    @BeforeEach
    void aProductWithAFirstVersion() {
        AnswerWorld.role(server);
        SpecWorld.product(server, product, 30);
        SpecWorld.publish(server, product, 1, List.of()).is(201);
    }

    private String accepted(LocalDate by) {
        String wish = AnswerWorld.wish(server, "wisher-" + NUMBER.incrementAndGet());
        AnswerWorld.answer(server, wish, "accepted", by, "By then " + wish).is(201);
        return wish;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(server.clock().instant(), ZoneOffset.UTC);
    }

    @Test
    void versions_follow_each_other_and_of_many_who_publish_one_wins() {
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> SpecWorld.publish(server, product, 2, List.of()).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        SpecWorld.publish(server, product, 4, List.of()).refused(409, "spec_version_taken");
        assertEquals(
                List.of("2", "1"),
                server.get("/api/v1/specs/" + product).send().is(200).each("/versions", "version"));
    }

    @Test
    void a_change_answers_an_accepted_wish_and_no_other() {
        String open = AnswerWorld.wish(server, "wisher-" + NUMBER.incrementAndGet());
        SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(open))).refused(409, "wish_not_accepted");
        String wish = accepted(today().plusDays(9));
        SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(wish), SpecWorld.change(null)))
                .is(201);
        Reply spec = server.get("/api/v1/specs/" + product).send().is(200);
        assertEquals(wish, spec.at("/versions/0/changes/0/wish"));
        assertEquals("11 kW", spec.at("/versions/0/changes/0/from/en"));
        assertTrue(spec.node("/versions/0/changes/1/wish").isNull());
    }

    @Test
    void a_version_with_a_bad_change_is_refused_whole() {
        Map<String, @Nullable Object> bad = new HashMap<>(SpecWorld.change(null));
        bad.put("to", Map.of("en", "22 kW"));
        Reply refused = SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(null), bad));
        refused.refused(422, "invalid_spec");
        assertEquals("changes[1].to.zh", refused.at("/errors/0/path"));
        assertEquals(
                1,
                server.get("/api/v1/specs/" + product).send().node("/versions").size());
    }

    @Test
    void a_promise_is_kept_once_the_change_is_in_a_spec_and_late_when_that_was_late() {
        String punctual = accepted(today().plusDays(2));
        String late = accepted(today().plusDays(2));
        SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(punctual)))
                .is(201);
        server.clock().forward(Duration.ofDays(3));
        SpecWorld.publish(server, product, 3, List.of(SpecWorld.change(late))).is(201);
        assertEquals("false", kept(punctual, "/late"));
        assertEquals("true", kept(late, "/late"));
    }

    private @Nullable String kept(String wish, String pointer) {
        Reply page = server.get("/api/v1/answers/promises?limit=200&state=kept")
                .send()
                .is(200);
        int at = page.each("/promises", "wish").indexOf(wish);
        assertTrue(at >= 0, page.text());
        return page.at("/promises/" + at + pointer);
    }

    @Test
    void a_launch_names_a_version_that_is_there_and_lists_what_wishes_changed() {
        String wish = accepted(today().plusDays(9));
        SpecWorld.publish(server, product, 2, List.of(SpecWorld.change(wish), SpecWorld.change(null)))
                .is(201);
        Opening opening = Opening.with(server, "spec", Map.of("product", product, "version", 2));
        assertEquals(
                List.of(wish),
                server.get("/api/v1/launches/" + opening.slug + "/wished")
                        .send()
                        .is(200)
                        .each("/changes", "wish"));
        opening.set("spec", Map.of("product", product, "version", 3));
        opening.define().refused(422, "unknown_spec");
        opening.set("spec", Map.of("product", product, "version", 1));
        opening.define().is(200);
        assertEquals(
                0,
                server.get("/api/v1/launches/" + opening.slug + "/wished")
                        .send()
                        .is(200)
                        .node("/changes")
                        .size());
    }

    @Test
    void an_order_keeps_the_version_that_was_on_sale_when_it_took_its_place() {
        SpecWorld.publish(server, product, 2, List.of()).is(201);
        Opening opening = Opening.on(server).supplied("pro,2027-01-04,9", "max,2027-01-11,9");
        String before = opening.placed("fan-0", "pro");
        opening.set("spec", Map.of("product", product, "version", 1));
        opening.define().is(200);
        String first = opening.placed("fan-1", "pro");
        opening.set("spec", Map.of("product", product, "version", 2));
        opening.define().is(200);
        opening.define().is(200);
        String second = opening.placed("fan-2", "pro");
        opening.set("spec", null);
        opening.define().is(200);
        String after = opening.placed("fan-3", "pro");
        assertTrue(opening.order(before).node("/spec").isNull());
        assertEquals("1", opening.order(first).at("/spec/version"));
        assertEquals("2", opening.order(second).at("/spec/version"));
        assertEquals(product, opening.order(second).at("/spec/product"));
        assertTrue(opening.order(after).node("/spec").isNull());
        opening.change("fan-1", first, "max").is(200);
        assertEquals("1", opening.order(first).at("/spec/version"), "a change of offer keeps the version, too");
    }
}
