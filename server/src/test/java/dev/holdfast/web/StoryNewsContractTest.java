package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.community.story.StoriesNow;
import dev.holdfast.member.mail.Letter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Letters to owners about what became of their stories, from acts over real HTTP.
@ExtendWith(RunningServer.Shared.class)
class StoryNewsContractTest {
    private final RunningServer server;
    private final StoryWorld world;
    private final Letters letters;

    StoryNewsContractTest(RunningServer server) {
        this.server = server;
        server.forgive();
        this.world = new StoryWorld(server);
        this.letters = new Letters(server);
    }

    @BeforeEach
    void anOwnerAndTerms() {
        world.prepare();
    }

    @AfterEach
    void backToTheStart() {
        server.clock().set(RunningServer.START);
    }

    private long told(String language) {
        letters.readBy(world.owner, language);
        return world.tell("A week of snow").is(201).number("/number");
    }

    private List<Letter> letters() {
        return letters.of("story_news", world.owner);
    }

    @Test
    void an_owner_is_told_that_their_story_is_published_and_taken_down_and_why() {
        long number = told("en");
        world.decide(number, "product-manager", true).is(200);
        world.decide(number, "product-manager", true).is(200);
        assertThat(letters()).as("published once, however often it is decided").hasSize(1);
        assertThat(letters().getFirst().subject()).isEqualTo("Your story \"A week of snow\" is published");
        assertThat(letters().getFirst().text()).contains("product manager", "/stories?launch=" + world.opening.slug);
        world.decide(number, "product-manager", false).is(200);
        assertThat(letters().getFirst().subject()).contains("was taken down");
        assertThat(letters().getFirst().text()).contains("We read it.", "You may appeal", "/account/stories");
    }

    @Test
    void an_owner_is_told_that_it_is_refused_and_that_it_stays_so_in_their_language() {
        long number = told("zh");
        world.decide(number, "product-manager", false).is(200);
        assertThat(letters().getFirst().subject()).contains("未获发布");
        assertThat(letters().getFirst().text()).contains("产品经理", "中文:We read it.");
        world.fan(world.owner, number, "appeal", Map.of("text", "Why?")).is(200);
        world.decide(number, "head-of-stories", false).is(200);
        assertThat(letters().getFirst().subject()).contains("维持不展示");
        assertThat(letters().getFirst().text()).contains("故事负责人").doesNotContain("申诉一次");
    }

    @Test
    void an_owner_is_told_once_that_their_right_is_over_and_not_when_they_took_it_back() {
        long number = told("en");
        world.decide(number, "product-manager", true).is(200);
        long other = world.tell("A week of rain").number("/number");
        world.decide(other, "product-manager", true).is(200);
        world.fan(world.owner, other, "withdrawal", Map.of()).is(200);
        server.clock().forward(Duration.ofDays(729));
        server.now(StoriesNow::tell);
        assertThat(ended()).isEmpty();
        server.clock().forward(Duration.ofDays(3));
        List<CompletableFuture<Void>> telling = IntStream.range(0, 4)
                .mapToObj(one -> CompletableFuture.runAsync(() -> server.now(StoriesNow::tell)))
                .toList();
        telling.forEach(CompletableFuture::join);
        assertThat(ended()).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).contains("A week of snow");
            assertThat(letter.text()).contains("20 November 2028", "/account/stories");
        });
    }

    /// Letters of two years ago may have been put away meanwhile.
    private List<Letter> ended() {
        return letters().stream()
                .filter(letter -> letter.subject().endsWith("has ended"))
                .toList();
    }
}
