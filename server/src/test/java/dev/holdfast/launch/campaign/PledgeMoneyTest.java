package dev.holdfast.launch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Money;
import dev.holdfast.launch.CampaignStanding.Heap;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import dev.holdfast.launch.payment.PaymentEvent.Kind;
import dev.holdfast.launch.payment.PledgeRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a bank's promise that does not live as long as its campaign, or is worth nothing in the end.
class PledgeMoneyTest {
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
    void aPromiseIsRenewedBeforeItDies() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.world.clock.forward(Duration.ofDays(1));
        campaign.carry();
        assertThat(campaign.bank.asked).isEmpty();
        longer();
        campaign.world.clock.set(HandClock.NOON.plus(Duration.ofDays(6)));
        campaign.carry();
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.AUTHORISED);
        assertThat(campaign.bank.released).containsExactly("lantern-ann");
        assertThat(campaign.world
                        .jdbc
                        .sql("select payment from launch.pledge")
                        .query(String.class)
                        .single())
                .isEqualTo("lantern-ann+");
        assertThat(campaign.sums("lantern")).containsExactly(300L, 300L);
    }

    @Test
    void aPromiseThatIsNotRenewedIsTheFansToMendByAnotherCardBeforeTheEnd() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.bank.refusing.add("lantern-ann");
        longer();
        campaign.world.clock.set(HandClock.NOON.plus(Duration.ofDays(6)));
        campaign.carry();
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.MENDING);
        assertThat(campaign.order(ann.id()).state()).isEqualTo(OrderState.PLACED);
        assertThat(campaign.sums("lantern")).containsExactly(0L, 0L);
        assertThat(campaign.news("lantern")).containsExactly("pledge.refused");
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(ann.id(), "another-card", 300));
        campaign.carry();
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.AUTHORISED);
        assertThat(campaign.sums("lantern")).containsExactly(300L, 300L);
        assertThat(campaign.bank.taken).isEmpty();
    }

    @Test
    void aPromiseThatCannotBeRenewedIsChargedWhereTheProvidersRuleSaysSo() {
        campaign.bank.atEnd = PledgeRule.AtEnd.CHARGE;
        Order ann = campaign.pledged("lantern", "ann", "early");
        longer();
        campaign.world.clock.set(HandClock.NOON.plus(Duration.ofDays(6)));
        campaign.carry();
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.TAKEN);
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(300);
        assertThat(campaign.balance("lantern", "PARTNER_DUE")).isZero();
    }

    @Test
    void aRefusedCaptureIsMendedByAnotherCardOrGivesThePlaceUp() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        Order bob = campaign.pledged("lantern", "bob", "early");
        campaign.pledged("lantern", "cyd", "normal");
        campaign.bank.refusing.addAll(List.of("lantern-ann", "lantern-bob"));
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.MENDING);
        assertThat(campaign.news("lantern")).contains("pledge.refused");
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(ann.id(), "another-card", 300));
        campaign.settle("lantern");
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.TAKEN);
        campaign.world.clock.forward(Duration.ofDays(3));
        campaign.settle("lantern");
        assertThat(campaign.order(bob.id()).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(campaign.news("lantern")).contains("pledge.dropped");
        assertThat(campaign.bank.taken.keySet()).containsExactlyInAnyOrder("another-card", "lantern-cyd");
        assertThat(campaign.balance("lantern", "HELD")).isEqualTo(700);
    }

    @Test
    void whatABankRefusesIsListedUntilItIsSettled() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.pledged("lantern", "bob", "normal");
        campaign.pledged("lantern", "cyd", "normal");
        campaign.bank.refusing.add("lantern-ann");
        campaign.world.clock.set(CampaignWorld.END);
        campaign.settle("lantern");
        CampaignReads reads = new CampaignReads(campaign.world.jdbc);
        int number = campaign.launch.number("lantern");
        assertThat(reads.heaps(number, "CNY"))
                .containsExactlyInAnyOrder(
                        new Heap(PledgeMoney.MENDING, 1, new Money(300, "CNY")),
                        new Heap(PledgeMoney.TAKEN, 2, new Money(800, "CNY")));
        assertThat(reads.troubles(number, 10)).singleElement().satisfies(trouble -> {
            assertThat(trouble.order()).isEqualTo(ann.id());
            assertThat(trouble.act()).isEqualTo("CAPTURE");
            assertThat(trouble.fault()).isEqualTo("no");
        });
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(ann.id(), "another-card", 300));
        campaign.settle("lantern");
        assertThat(reads.troubles(number, 10)).isEmpty();
    }

    @Test
    void aSecondPromiseOfTheSamePledgeIsGivenUp() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.launch.receive(PaperBank.ID, PaperBank.authorised(ann.id(), "twice", 300));
        campaign.carry();
        assertThat(campaign.bank.released).containsExactly("lantern-ann");
        assertThat(campaign.sums("lantern")).containsExactly(300L, 300L);
    }

    @Test
    void aPromiseTheBankLetDieIsTheFansToMend() {
        Order ann = campaign.pledged("lantern", "ann", "early");
        campaign.launch.receive(PaperBank.ID, PaperBank.event(Kind.VOIDED, ann.id(), "lantern-ann", 300));
        assertThat(campaign.money(ann.id())).isEqualTo(PledgeMoney.MENDING);
        assertThat(campaign.sums("lantern")).containsExactly(0L, 0L);
        campaign.world.clock.forward(Duration.ofDays(3));
        campaign.sweep("lantern");
        assertThat(campaign.order(ann.id()).state()).isEqualTo(OrderState.CANCELLED);
    }

    /// The same campaign with a later end, as if it had been so from the first.
    private void longer() {
        campaign.world
                .jdbc
                .sql("update launch.campaign set ends_at = ends_at + interval '30 days'")
                .update();
    }
}
