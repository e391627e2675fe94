package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private static final int[] ONE_CLASS = new int[5];

    @Test
    void twoPairsOfTenAreTheWrongWayRound() {
        assertThat(Fairness.overtakes(ONE_CLASS, new int[] {1, 3, 2, 5, 4})).isEqualTo(2);
        assertThat(Fairness.overtakes(ONE_CLASS, new int[] {1, 2, 2, 3, 3})).isZero();
        assertThat(Fairness.overtakes(new int[] {0, 0, 1, 0, 1}, new int[] {1, 3, 2, 5, 1}))
                .as("only inside a class")
                .isEqualTo(1);
        assertThat(Fairness.overtakes(ONE_CLASS, new int[] {9, NONE, 10, NONE, 8}))
                .isEqualTo(2);
    }

    /// 8 pairs in order, 2 against it, no ties: 6 / 10.
    @Test
    void tauOfTwoSwaps() {
        assertThat(Fairness.kendallTau(ONE_CLASS, new int[] {1, 3, 2, 5, 4})).isCloseTo(0.6, within(1e-12));
        assertThat(Fairness.kendallTau(ONE_CLASS, new int[] {1, 2, 3, 4, 5})).isCloseTo(1, within(1e-12));
        assertThat(Fairness.kendallTau(ONE_CLASS, new int[] {5, 4, 3, 2, 1})).isCloseTo(-1, within(1e-12));
        assertThat(Fairness.kendallTau(ONE_CLASS, new int[] {7, 7, 7, 7, 7}))
                .as("no pair tells")
                .isNaN();
    }

    @Test
    void pairsAreCountedAsAStrangerWouldCountThem() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            int orders = 1 + random.nextInt(60);
            int[] group = random.ints(orders, 0, 3).toArray();
            int[] delivered = random.ints(orders, -5, 9)
                    .map(week -> week == 8 ? NONE : week)
                    .toArray();
            long concordant = 0;
            long discordant = 0;
            long all = 0;
            for (int ahead = 0; ahead < orders; ahead++) {
                for (int behind = ahead + 1; behind < orders; behind++) {
                    if (group[ahead] == group[behind] && Weeks.both(delivered[ahead], delivered[behind])) {
                        all++;
                        concordant += delivered[ahead] < delivered[behind] ? 1 : 0;
                        discordant += delivered[ahead] > delivered[behind] ? 1 : 0;
                    }
                }
            }
            assertThat(Fairness.overtakes(group, delivered)).as("seed %d", seed).isEqualTo(discordant);
            double expected = (concordant - discordant) / Math.sqrt((double) all * (concordant + discordant));
            double tau = Fairness.kendallTau(group, delivered);
            assertThat(tau)
                    .as("seed %d", seed)
                    .satisfies(value -> assertThat(Double.isNaN(value) || Math.abs(value - expected) < 1e-9)
                            .isTrue());
            assertThat(Double.isNaN(tau)).isEqualTo(Double.isNaN(expected));
        }
    }

    @Test
    void aMillionOrdersAreCountedInASecondOrSo() {
        int orders = 1_000_000;
        int[] delivered = new Random(1).ints(orders, 0, 104).toArray();
        long began = System.nanoTime();

        assertThat(Fairness.kendallTau(new int[orders], delivered)).isBetween(-0.01, 0.01);

        assertThat((System.nanoTime() - began) / 1e9)
                .as("seconds; a pair at a time takes hours")
                .isLessThan(20);
    }

    /// 0, 0, 2, 6: 2 (3*2 + 4*6) / (4*8) - 5/4 = 0.625; 8^2 / (4 * 40) = 0.4.
    @Test
    void giniAndJainOfFourSlips() {
        int[] slips = {6, 0, 2, 0};
        assertThat(Fairness.gini(slips)).isCloseTo(0.625, within(1e-12));
        assertThat(Fairness.jain(slips)).isCloseTo(0.4, within(1e-12));
        assertThat(Fairness.maxSlip(slips)).isEqualTo(6);
    }

    @Test
    void sharingAlikeIsTheBestAndOneBearingAllTheWorst() {
        assertThat(Fairness.gini(new int[] {3, 3, 3, 3})).isCloseTo(0, within(1e-12));
        assertThat(Fairness.jain(new int[] {3, 3, 3, 3})).isEqualTo(1);
        assertThat(Fairness.gini(new int[] {0, 0, 0, 9})).isCloseTo(0.75, within(1e-12));
        assertThat(Fairness.jain(new int[] {0, 0, 0, 9})).isEqualTo(0.25);
    }

    @Test
    void neitherScaleNorOrderMatters() {
        var random = new Random(3);
        int[] slips = random.ints(500, 0, 12).toArray();
        int[] reversed = new int[slips.length];
        for (int order = 0; order < slips.length; order++) {
            reversed[slips.length - 1 - order] = slips[order] * 7;
        }
        assertThat(Fairness.gini(reversed)).isCloseTo(Fairness.gini(slips), within(1e-9));
        assertThat(Fairness.jain(reversed)).isCloseTo(Fairness.jain(slips), within(1e-9));
    }

    @Test
    void earlierIsNoSlip() {
        int[] first = {10, 10, 10, NONE};
        int[] now = {13, 8, 10, 20};
        assertThat(Fairness.slips(first, now)).containsExactly(3, 0, 0);
        assertThat(Arrays.stream(Fairness.slips(first, now)).sum()).isEqualTo(3);
    }

    @Test
    void priceOfFairness() {
        assertThat(Fairness.priceOfFairness(130, 100)).isCloseTo(0.3, within(1e-12));
        assertThat(Fairness.priceOfFairness(100, 100)).isZero();
    }
}
