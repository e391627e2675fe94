package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What owners tell, over real HTTP: granted in writing, moderated with a log, taken back at once.
@ExtendWith(RunningServer.Shared.class)
class StoryContractTest {
    private final RunningServer server;
    private final StoryWorld world;

    StoryContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.world = new StoryWorld(server);
    }

    @BeforeEach
    void anOwnerAndTerms() {
        world.prepare();
    }

    @AfterEach
    void backToTheStart() {
        server.clock().set(RunningServer.START);
    }

    private long told() {
        return world.tell("A week of snow").is(201).number("/number");
    }

    private long shown() {
        long number = told();
        world.decide(number, "product-manager", true).is(200);
        return number;
    }

    @Test
    void an_owner_tells_grants_in_writing_and_is_read_by_everybody_under_an_alias() {
        long number = told();
        assertEquals(number, told(), "the same again");
        assertEquals(List.of(), world.shown());
        world.decide(number, "product-manager", true).is(200);
        assertEquals(List.of(Long.toString(number)), world.shown());
        Reply read = server.get("/api/v1/stories/" + number).send().is(200);
        assertFalse(read.text().contains(world.owner), read.text());
        Reply own = world.own(world.owner);
        assertEquals(world.terms, own.number("/stories/0/grants/0/terms"));
        assertEquals(List.of("sent", "shown"), own.each("/stories/0/log", "act"));
        assertEquals("product manager", own.at("/stories/0/log/1/roleName/en"));
    }

    @Test
    void whoever_has_no_product_yet_or_another_version_of_the_terms_tells_nothing() {
        String waiting = world.opening.placed("hopeful", "pro");
        world.tell("hopeful", waiting, world.terms, "Soon").refused(409, "not_owner");
        world.tell("somebody", world.order, world.terms, "Not mine").refused(404, "unknown_order");
        int newer = world.terms(12);
        world.tell("Old terms").refused(409, "story_terms_changed");
        world.tell(world.owner, world.order, newer, "New terms").is(201);
    }

    @Test
    void taking_the_rights_back_stops_the_showing_at_once_and_lists_what_has_to_end() {
        long number = shown();
        world.desk(number, "uses", Map.of("place", "Poster at the store of the north"))
                .is(200);
        assertEquals(
                List.of(), world.listed("to_end").stream().filter(is(number)).toList());
        world.fan(world.owner, number, "withdrawal", Map.of()).is(200);
        assertEquals(List.of(), world.shown());
        server.get("/api/v1/stories/" + number).send().refused(404, "unknown_story");
        assertEquals(1, world.listed("to_end").stream().filter(is(number)).count());
        world.desk(number, "uses", Map.of("place", "Another")).refused(409, "story_not_granted");
        world.desk(number, "uses/1/end", Map.of()).is(200);
        assertEquals(0, world.listed("to_end").stream().filter(is(number)).count());
        world.fan(world.owner, number, "withdrawal", Map.of()).refused(409, "story_not_granted");
        world.fan(world.owner, number, "grant", Map.of("terms", world.terms)).is(200);
        assertEquals(List.of(Long.toString(number)), world.shown(), "granted again");
    }

    private static Predicate<String> is(long number) {
        return other -> other.equals(Long.toString(number));
    }

    @Test
    void a_right_ends_by_itself_when_its_months_are_over() {
        long number = shown();
        world.desk(number, "uses", Map.of("place", "Poster")).is(200);
        server.clock().forward(Duration.ofDays(729));
        assertEquals(List.of(Long.toString(number)), world.shown());
        server.clock().forward(Duration.ofDays(3));
        assertEquals(List.of(), world.shown());
        assertTrue(world.listed("to_end").contains(Long.toString(number)));
    }

    @Test
    void who_is_hidden_reads_why_and_appeals_once_to_another_role() {
        long number = told();
        world.desk(number, "decision", Map.of("role", "product-manager", "show", false))
                .refused(422, "invalid_story");
        world.decide(number, "product-manager", false).is(200);
        assertEquals("We read it.", world.own(world.owner).at("/stories/0/log/1/reason/en"));
        world.fan(world.owner, number, "appeal", Map.of("text", "Nothing in it is false."))
                .is(200);
        assertTrue(world.listed("appealed").contains(Long.toString(number)));
        world.decide(number, "product-manager", false).refused(409, "story_same_role");
        world.decide(number, "head-of-stories", false).is(200);
        world.fan(world.owner, number, "appeal", Map.of("text", "Once more.")).refused(409, "no_appeal");
        assertEquals(
                List.of("sent", "hidden", "appealed", "hidden"),
                world.own(world.owner).each("/stories/0/log", "act"));
    }

    @Test
    void nobody_acts_on_what_another_told() {
        long number = shown();
        world.fan("another", number, "withdrawal", Map.of()).refused(404, "unknown_story");
        world.fan("another", number, "grant", Map.of("terms", world.terms)).refused(404, "unknown_story");
        world.fan("another", number, "appeal", Map.of("text", "Hide it.")).refused(404, "unknown_story");
        assertEquals(List.of(Long.toString(number)), world.shown());
    }

    @Test
    void an_owner_tells_ten_stories_and_no_more_however_many_at_once() {
        long taken = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> world.tell("Story " + number).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .filter(status -> status == 201)
                .count();
        assertEquals(10, taken);
    }

    @Test
    void the_log_cannot_be_rewritten_in_the_database_either() {
        shown();
        for (String sql :
                List.of("update community.story_step set reason_en = ''", "delete from community.story_terms")) {
            var refused = assertThrows(
                    RuntimeException.class, () -> server.database().sql(sql).update());
            assertTrue(String.valueOf(refused.getMessage()).contains("History only grows"), sql);
        }
    }

    @Test
    void whoever_is_erased_is_gone_and_what_still_uses_the_story_is_listed_to_end() {
        long number = shown();
        world.desk(number, "uses", Map.of("place", "Poster")).is(200);
        String file = new String(server.personal().file(world.owner), StandardCharsets.UTF_8);
        assertTrue(file.contains("A week of snow"), file);
        server.personal().erase(world.owner);
        assertEquals(List.of(), world.shown());
        assertTrue(world.listed("to_end").contains(Long.toString(number)));
        assertEquals(
                0,
                server.database()
                        .sql("select count(*) from community.story where number = ? and (member = ? or text <> '')")
                        .params(number, world.owner)
                        .query(Integer.class)
                        .single());
    }
}
