package dev.holdfast.launch.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.member.mail.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What backers are told of their campaign and their money, in both languages.
class PledgeLettersTest {
    private static final Instant MEND_BY = HandClock.NOON.plus(Duration.ofDays(7));

    private static final String PLEDGE = """
            insert into launch.pledge (order_id, launch, position, add_ons, late, money, counted, settled, fee, share,
              mend_by)
            values (:order, :launch, :position, '', false, :money, false, false, 0, 0, :mendBy)""";

    private static final String SAID = """
            insert into launch.pledge_news (launch, order_id, kind, at)
            select :launch, :order, :kind, now()""";

    private final NewsWorld world = new NewsWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | CAMPAIGN_SUCCEEDED | has succeeded            | is being charged
            zh | CAMPAIGN_SUCCEEDED | 众筹已经成功              | 正在扣款
            en | CAMPAIGN_FAILED    | did not reach its goal   | Nothing is charged
            zh | CAMPAIGN_FAILED    | 众筹未达目标              | 不会扣款
            en | PLEDGE_CAPTURED    | was charged              | Your place in line is kept
            zh | PLEDGE_CAPTURED    | 已扣款                   | 您的位次保留
            en | PLEDGE_DROPPED     | could not be charged     | You owe nothing
            zh | PLEDGE_DROPPED     | 未能按期扣款              | 无需支付任何费用
            """)
    void eachLetterSaysWhatHappenedAndWhatItCosts(String language, Kind kind, String what, String cost) {
        Order order = pledge(PledgeMoney.TAKEN, null);
        world.addresses(language);
        said(order, kind);
        assertThat(world.teller().tellAll()).isEqualTo(1);
        assertThat(world.letter("fan-1", kind).text())
                .contains(what, cost, "5,000", "https://launch.example.com/orders/" + order.id());
        assertThat(world.teller().tellAll()).isZero();
        assertThat(world.letters()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Your place is kept until | by another card
            zh | 位次保留至                | 换卡支付
            """)
    void whoseBankRefusedIsToldUntilWhenThePlaceIsKept(String language, String kept, String cure) {
        Order order = pledge(PledgeMoney.MENDING, MEND_BY);
        world.addresses(language);
        said(order, Kind.PLEDGE_REFUSED);
        world.teller().tellAll();
        String day = day(language);
        assertThat(world.letter("fan-1", Kind.PLEDGE_REFUSED).text()).contains(kept, cure, day);
    }

    @Test
    void whoMendedItBeforeTheLetterWasWrittenIsAskedForNothing() {
        Order order = pledge(PledgeMoney.AUTHORISED, null);
        world.addresses("en");
        said(order, Kind.PLEDGE_REFUSED);
        world.teller().tellAll();
        assertThat(world.letter("fan-1", Kind.PLEDGE_REFUSED).text()).contains("You need do nothing");
    }

    private Order pledge(PledgeMoney money, @Nullable Instant mendBy) {
        Order order = world.order("fan-1");
        world.jdbc
                .sql(PLEDGE)
                .param("order", order.id().value())
                .param("launch", world.launch)
                .param("position", order.position())
                .param("money", money.name())
                .param("mendBy", mendBy == null ? null : mendBy.atOffset(ZoneOffset.UTC))
                .update();
        return order;
    }

    private void said(Order order, Kind kind) {
        world.jdbc
                .sql(SAID)
                .param("order", order.id().value())
                .param("launch", world.launch)
                .param("kind", kind.word())
                .update();
    }

    private static String day(String language) {
        return Sentences.beside(OrderLetter.class)
                .apply(language)
                .day(MEND_BY.atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
