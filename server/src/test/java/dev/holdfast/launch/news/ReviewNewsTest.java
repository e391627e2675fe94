package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.Showroom;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.review.Act;
import dev.holdfast.launch.review.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a member and the brand's own systems hear of a review.
class ReviewNewsTest {
    private static final Asker OPERATOR = new Asker(Showroom.OPERATOR, true);

    private final NewsWorld world = new NewsWorld();

    @BeforeEach
    void listen() {
        world.listen();
        world.teller().tellAll();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aMemberHearsOfEachStepOnce() {
        Order order = held("en");
        take(order, OPERATOR, Act.RELEASED, "Four members, one card.");
        take(order, new Asker("fan-1", false), Act.APPEALED, "We are sisters.");
        take(order, OPERATOR, Act.ANSWERED, "Thank you. The next launch has room.");
        assertThat(world.teller().tellAll()).isEqualTo(4);
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.kinds("fan-1"))
                .containsExactly("review.opened", "review.released", "review.appealed", "review.answered");
        assertThat(text(Kind.REVIEW_OPENED))
                .contains("keeps its place, its window and its deposit")
                .contains("paid with the same card or account; it was ordered very soon")
                .contains("once, before 27 November 2026, ")
                .doesNotContain(" 60", "points")
                .containsOnlyOnce("https://launch.example.com/orders/" + order.id());
        assertThat(text(Kind.REVIEW_RELEASED))
                .contains("Four members, one card.", "is on its way back to you", "say so once, before");
        assertThat(text(Kind.REVIEW_ANSWERED)).contains("Our answer:", "The next launch has room.");
        assertThat(world.told(Kind.REVIEW_APPEALED)).isEqualTo(1);
        assertThat(world.jdbc
                        .sql("select facts from launch.news")
                        .query(String.class)
                        .list())
                .as("their own words")
                .noneMatch(facts -> facts.contains("sisters"));
    }

    @Test
    void whoeverIsKeptReadsItInTheirLanguage() {
        Order order = held("zh");
        take(order, OPERATOR, Act.KEPT, "It is a family.");
        world.teller().tellAll();
        assertThat(world.kinds("fan-1")).containsExactly("review.opened", "review.kept");
        assertThat(text(Kind.REVIEW_OPENED)).contains("同一张银行卡或同一账户付款；订单在开售后极短时间内提交", "2026年11月27日");
        assertThat(text(Kind.REVIEW_KEPT)).contains("订单照常继续", "It is a family.");
    }

    @Test
    void whoeverObjectedBeforeIsNotInvitedToObjectAgain() {
        Order order = held("en");
        take(order, new Asker("fan-1", false), Act.APPEALED, "We are sisters.");
        take(order, OPERATOR, Act.RELEASED, "Four members, one card.");
        world.teller().tellAll();
        assertThat(text(Kind.REVIEW_RELEASED)).contains("Four members").doesNotContain("say so once");
    }

    private String text(Kind kind) {
        return world.letter("fan-1", kind).text();
    }

    private Order held(String language) {
        Order order = world.order("fan-1");
        world.server.launch().receive("sandbox", Fans.deposit(order.id(), "payment-1"));
        world.addresses(language);
        Step opened = new Step(Act.OPENED, "instrument 3 60, speed 120 10", 70);
        ask(new Ask.Review(order.id(), new Asker("screening", true), opened));
        return order;
    }

    private void take(Order order, Asker asker, Act act, String said) {
        ask(new Ask.Review(order.id(), asker, Step.of(act, said)));
    }

    private void ask(Ask.Review ask) {
        Fans.done(((Answer.Fan) world.server.lines().ask(ask.order().launch(), ask)).outcome());
    }
}
