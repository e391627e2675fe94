package dev.holdfast.launch.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Campaign;
import dev.holdfast.launch.Order;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.PledgeMoney;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Campaigns played at random, each of them again by its seed; whatever happened, the money is where it belongs.
class CampaignPlayTest {
    private static final int ROUNDS = 12;

    private final CampaignWorld campaign = new CampaignWorld();
    private final Set<String> verdicts = new HashSet<>();

    @AfterEach
    void close() {
        campaign.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2_000, 40_000})
    void whateverHappensEachPledgeEndsOnce(long first) {
        for (long seed = first; seed < first + ROUNDS; seed++) {
            String slug = "play-" + seed;
            CampaignPlay play = new CampaignPlay(campaign, slug, seed);
            play.play();
            List<String> wrong = judge(slug, play);
            assertThat(wrong).as("seed " + seed).isEmpty();
        }
        assertThat(verdicts).as("both ends were met").containsExactlyInAnyOrder("SUCCEEDED", "FAILED");
    }

    private List<String> judge(String slug, CampaignPlay play) {
        List<String> wrong = new ArrayList<>();
        String verdict = campaign.verdict(slug);
        verdicts.add(String.valueOf(verdict));
        boolean success = "SUCCEEDED".equals(verdict);
        everyPromiseEndsOnce(slug, success, wrong);
        everyOrderIsPaidOrOver(slug, success, wrong);
        theBooksBalance(slug, play, wrong);
        nothingIsSoldTwiceNorToldTwice(slug, wrong);
        return wrong;
    }

    private void everyPromiseEndsOnce(String slug, boolean success, List<String> wrong) {
        campaign.bank.promises.keySet().stream()
                .filter(payment -> payment.startsWith(slug + "-"))
                .forEach(payment -> {
                    int ends = (campaign.bank.taken.containsKey(payment) ? 1 : 0)
                            + (campaign.bank.released.contains(payment) ? 1 : 0)
                            + (campaign.bank.dead.contains(payment) ? 1 : 0);
                    expect(ends == 1, payment + " ended " + ends + " times", wrong);
                    expect(success || !campaign.bank.taken.containsKey(payment), payment + " was taken", wrong);
                });
    }

    private void everyOrderIsPaidOrOver(String slug, boolean success, List<String> wrong) {
        for (Order order : live(slug)) {
            PledgeMoney money = campaign.money(order.id());
            expect(success && money == PledgeMoney.TAKEN, order.id() + " stands with " + money, wrong);
        }
    }

    private void theBooksBalance(String slug, CampaignPlay play, List<String> wrong) {
        long taken = campaign.bank.taken.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(slug + "-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        long received = -campaign.balance(slug, "RECEIVED");
        expect(received == taken + play.charged(), "received " + received + " of " + (taken + play.charged()), wrong);
        List<Order> live = live(slug);
        long standing =
                live.stream().mapToLong(order -> order.deposit().amount()).sum();
        expect(campaign.balance(slug, "HELD") == standing, "held is not what stands: " + standing, wrong);
        Campaign.Partner partner = CampaignWorld.campaign().partner();
        long share = partner == null
                ? -1
                : live.stream()
                        .mapToLong(order -> partner.share(order.deposit().amount()))
                        .sum();
        expect(campaign.balance(slug, "PARTNER_DUE") == share, "the partner is owed other than " + share, wrong);
        List<Long> sums = campaign.sums(slug);
        expect(sums.get(0).equals(sums.get(1)), "the sum is " + sums, wrong);
    }

    private void nothingIsSoldTwiceNorToldTwice(String slug, List<String> wrong) {
        Map<String, Integer> tiers = new HashMap<>();
        live(slug).forEach(order -> tiers.merge(order.offer(), 1, Integer::sum));
        expect(tiers.getOrDefault("early", 0) <= 2, "early places sold: " + tiers, wrong);
        expect(tiers.getOrDefault("late", 0) <= 5, "late places sold: " + tiers, wrong);
        int twice = campaign.world
                .jdbc
                .sql("""
                        select count(*) from (
                          select from launch.pledge_news where launch = ? and kind <> 'pledge.refused'
                          group by order_id, kind having count(*) > 1) twice""")
                .param(campaign.launch.number(slug))
                .query(Integer.class)
                .single();
        expect(twice == 0, twice + " were told twice", wrong);
    }

    private List<Order> live(String slug) {
        return campaign.launch.orders(slug, null, 0, 1_000).orders().stream()
                .filter(order -> order.live() && order.state() != OrderState.HELD)
                .toList();
    }

    private static void expect(boolean holds, String otherwise, List<String> wrong) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
