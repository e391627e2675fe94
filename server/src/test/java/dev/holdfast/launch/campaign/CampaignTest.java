package dev.holdfast.launch.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchDefinition;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Outcome;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.Refusal;
import dev.holdfast.launch.Showroom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A campaign from its first pledge to its last yuan, as the rows tell it.
class CampaignTest {
    private final CampaignWorld campaign = new CampaignWorld();

    @BeforeEach
    void open() {
        campaign.open("lantern");
    }

    @AfterEach
    void close() {
        campaign.close();
    }

    @Test
    void aPledgeStandsInLineAndHoldsNoMoney() {
        Order order = campaign.pledged("lantern", "ann", "early");
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.position()).isEqualTo(1);
        assertThat(campaign.money(order.id())).isEqualTo(PledgeMoney.AUTHORISED);
        assertThat(campaign.balance("lantern", "HELD")).isZero();
        assertThat(campaign.sums("lantern")).containsExactly(300L, 300L);
    }

    @Test
    void aSuccessTakesEveryPledgeOnce() {
        List<Order> orders = List.of(
                campaign.pledged("lantern", "ann", "early"),
                campaign.pledged("lantern", "bob", "normal"),
                campaign.pledged("lantern", "cyd", "normal"));
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        assertThat(campaign.verdict("lantern")).isEqualTo("SUCCEEDED");
        assertThat(orders).allSatisfy(order -> {
            assertThat(campaign.money(order.id())).isEqualTo(PledgeMoney.TAKEN);
            assertThat(campaign.order(order.id()).state()).isEqualTo(OrderState.PLACED);
        });
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(1_100);
        assertThat(campaign.bank.taken).hasSize(3);
        assertThat(campaign.news("lantern"))
                .containsExactlyInAnyOrder(
                        "campaign.succeeded",
                        "campaign.succeeded",
                        "campaign.succeeded",
                        "pledge.captured",
                        "pledge.captured",
                        "pledge.captured");
    }

    @Test
    void thePartnerIsOwedTheirShareOfWhatWasTakenAndNotOfWhatWasPledged() {
        campaign.pledged("lantern", "ann", "early");
        campaign.pledged("lantern", "bob", "normal");
        campaign.pledged("lantern", "cyd", "normal");
        assertThat(campaign.balance("lantern", "PARTNER_DUE")).isZero();
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        // 300: fee 7, share of 293 = 175. 400: fee 10, share of 390 = 234.
        assertThat(campaign.balance("lantern", "PARTNER_DUE")).isEqualTo(175 + 234 + 234);
        assertThat(campaign.balance("lantern", "PARTNER_SHARE")).isEqualTo(-(175 + 234 + 234));
    }

    @Test
    void whatAFanGetsBackThePartnerIsNotOwed() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.pledged("lantern", "bob", "normal");
        campaign.pledged("lantern", "cyd", "normal");
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        Fans.done(campaign.launch.cancel(ann.id(), new Asker("ann", false), false));
        assertThat(campaign.balance("lantern", "PARTNER_DUE")).isEqualTo(234 + 234);
        assertThat(campaign.balance("lantern", "PARTNER_SHARE")).isEqualTo(-(234 + 234));
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(800);
        assertThat(campaign.balance("lantern", "REFUNDING")).isEqualTo(300);
    }

    @Test
    void whatFailedIsGivenUpOrPaidBack() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        Order charged = campaign.held("lantern", "cyd", "early");
        campaign.launch.receive(PaperBank.ID, Fans.deposit(charged.id(), "charged", 300));
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(300);
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        assertThat(campaign.verdict("lantern")).isEqualTo("FAILED");
        assertThat(campaign.order(ann.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(campaign.order(charged.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(campaign.bank.taken).isEmpty();
        assertThat(campaign.bank.released).containsExactly("lantern-ann");
        assertThat(campaign.balance("lantern", "HELD")).isZero();
        assertThat(campaign.balance("lantern", "REFUNDING")).isEqualTo(300);
        assertThat(campaign.news("lantern")).containsExactly("campaign.failed", "campaign.failed");
        assertThat(campaign.sums("lantern")).containsExactly(0L, 0L);
    }

    @Test
    void thePlaceTakenBeforeTheEndIsWaitedForOnlyWhereItCanDecide() {
        campaign.pledged("lantern", "ann", "normal");
        campaign.pledged("lantern", "bob", "early");
        campaign.world.clock.set(CampaignWorld.END.minus(Duration.ofMinutes(5)));
        Order last = campaign.held("lantern", "cyd", "normal");
        campaign.world.clock.set(CampaignWorld.END);
        campaign.sweep("lantern");
        assertThat(campaign.verdict("lantern")).isNull();
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(last.id(), "late-report", 400));
        campaign.settle("lantern");
        assertThat(campaign.verdict("lantern")).isEqualTo("SUCCEEDED");
        assertThat(campaign.money(last.id())).isEqualTo(PledgeMoney.TAKEN);
    }

    @Test
    void anUnpaidPlaceDoesNotHoldTheVerdictUpForEver() {
        campaign.pledged("lantern", "ann", "normal");
        campaign.pledged("lantern", "bob", "early");
        campaign.world.clock.set(CampaignWorld.END.minus(Duration.ofMinutes(5)));
        campaign.held("lantern", "cyd", "normal");
        campaign.world.clock.set(CampaignWorld.END.plus(Duration.ofMinutes(10)));
        campaign.sweep("lantern");
        campaign.sweep("lantern");
        assertThat(campaign.verdict("lantern")).isEqualTo("FAILED");
    }

    @Test
    void stretchGoalsAreReachedByWhatWasPledgedAtTheEndAndByNothingLater() {
        IntStream.range(0, 4).forEach(fan -> campaign.pledged("lantern", "fan-" + fan, "normal"));
        campaign.world.clock.set(CampaignWorld.END.minus(Duration.ofMinutes(5)));
        Order last = campaign.held("lantern", "last", "normal");
        campaign.world.clock.set(CampaignWorld.END);
        campaign.sweep("lantern");
        assertThat(campaign.verdict("lantern")).as("2,000 is within reach").isNull();
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(last.id(), "last", 400));
        campaign.settle("lantern");
        assertThat(campaign.reached("lantern")).isEqualTo(1);
        campaign.world.clock.forward(Duration.ofDays(1));
        Order late = campaign.held("lantern", "late", "late");
        campaign.launch.receive(PaperBank.ID, Fans.deposit(late.id(), "late", 500));
        campaign.settle("lantern");
        assertThat(campaign.reached("lantern")).isEqualTo(1);
    }

    @Test
    void aSumBelowAStretchGoalReachesNone() {
        IntStream.range(0, 3).forEach(fan -> campaign.pledged("lantern", "fan-" + fan, "normal"));
        campaign.pledged("lantern", "ann", "early");
        campaign.pledged("lantern", "bob", "early");
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        assertThat(campaign.verdict("lantern")).isEqualTo("SUCCEEDED");
        assertThat(campaign.reached("lantern")).isZero();
    }

    @Test
    void theEarlyBirdTurnsIntoTheNextTierAndSaysItsPrice() {
        campaign.held("lantern", "ann", "early");
        campaign.held("lantern", "bob", "early");
        Refusal gone = new Refusal.TierGone("early", "normal", new Money(400, "CNY"));
        assertThat(campaign.place("lantern", "cyd", "early", Map.of())).isEqualTo(new Outcome.Refused(gone));
        campaign.world.clock.forward(Duration.ofMinutes(16));
        campaign.sweep("lantern");
        campaign.held("lantern", "dan", "early");
        campaign.world.clock.set(CampaignWorld.END.minus(Duration.ofDays(1)));
        assertThat(campaign.place("lantern", "eve", "early", Map.of())).isEqualTo(new Outcome.Refused(gone));
    }

    @Test
    void theLastUnitOfATierIsSoldOnce() throws Exception {
        List<Callable<Outcome>> wishes = IntStream.range(0, 20)
                .<Callable<Outcome>>mapToObj(
                        number -> () -> campaign.place("lantern", "fan-" + number, "early", Map.of()))
                .toList();
        List<Outcome> outcomes = Fans.atOnce(wishes);
        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(2);
    }

    @Test
    void addOnsAreCountedAndFreedAgain() {
        Order two = Fans.done(campaign.place("lantern", "ann", "normal", Map.of("lamp", 2)));
        assertThat(two.deposit().amount()).isEqualTo(500);
        assertThat(campaign.place("lantern", "bob", "normal", Map.of("lamp", 2)))
                .isEqualTo(new Outcome.Refused(new Refusal.AddOnGone("lamp", 1)));
        assertThat(campaign.place("lantern", "bob", "normal", Map.of("bell", 1)))
                .isEqualTo(new Outcome.Refused(new Refusal.UnknownAddOn("bell")));
        campaign.launch.cancel(two.id(), new Asker("ann", false), false);
        Fans.done(campaign.place("lantern", "bob", "normal", Map.of("lamp", 3)));
    }

    @Test
    void latePledgesAreTakenAfterASuccessAndChargedAtOnce() {
        campaign.pledged("lantern", "ann", "early");
        campaign.pledged("lantern", "bob", "normal");
        campaign.pledged("lantern", "cyd", "normal");
        assertThat(campaign.place("lantern", "dan", "late", Map.of())).isInstanceOf(Outcome.Refused.class);
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        Order late = campaign.held("lantern", "dan", "late");
        campaign.launch.receive(PaperBank.ID, Fans.deposit(late.id(), "dan-late", 500));
        assertThat(campaign.money(late.id())).isEqualTo(PledgeMoney.TAKEN);
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(1_600);
        assertThat(campaign.place("lantern", "eve", "normal", Map.of())).isInstanceOf(Outcome.Refused.class);
        campaign.world.clock.set(CampaignWorld.END.plus(Duration.ofDays(30)));
        assertThat(campaign.place("lantern", "eve", "late", Map.of()))
                .isEqualTo(new Outcome.Refused(new Refusal.NotOpen(null)));
    }

    @Test
    void aPledgeIsWithdrawnBeforeTheEndAndNotWhileItIsDecided() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        Order bob = campaign.pledged("lantern", "bob", "early");
        Asker fan = new Asker("ann", false);
        assertThat(campaign.launch.change(ann.id(), fan, "normal"))
                .isEqualTo(new Outcome.Refused(new Refusal.PledgeBinding("change")));
        assertThat(campaign.launch.lock(ann.id(), fan))
                .isEqualTo(new Outcome.Refused(new Refusal.PledgeBinding("lock")));
        Fans.done(campaign.launch.cancel(ann.id(), fan, false));
        assertThat(campaign.sums("lantern")).containsExactly(300L, 300L);
        campaign.world.clock.set(CampaignWorld.END);
        assertThat(campaign.launch.cancel(bob.id(), new Asker("bob", false), false))
                .isEqualTo(new Outcome.Refused(new Refusal.PledgeBinding("cancel")));
        campaign.carry();
        assertThat(campaign.bank.released).containsExactly("lantern-ann");
    }

    @Test
    void whatBackersPledgedForCannotBeChangedNorEndedByHand() {
        campaign.pledged("lantern", "ann", "early");
        Campaign is = CampaignWorld.campaign();
        LaunchDefinition cheaper = CampaignWorld.definition(new Campaign(
                is.funding(),
                1,
                is.tiers(),
                is.stretchGoals(),
                is.addOns(),
                is.mendWithin(),
                is.lateUntil(),
                is.partner(),
                is.survey(),
                is.surveyLocksAt()));
        assertThatThrownBy(() -> campaign.launch.define("lantern", cheaper, Showroom.OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("campaign.goal");
        assertThatThrownBy(() -> campaign.launch.close("lantern", Showroom.OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("closesAt");
    }
}
