package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalmTest {
    private static final int[] BEFORE = {10, 12, 14, NONE};
    private static final int[] AFTER = {10, 15, NONE, 20};

    @Test
    void threeOfFourWereMoved() {
        assertThat(Calm.churn(BEFORE, AFTER)).isEqualTo(0.75);
        assertThat(Calm.churn(BEFORE, BEFORE)).isZero();
    }

    /// Three weeks at a distance of two, alpha a half: 3 * 0.5 * 0.25, over four orders.
    @Test
    void nervousnessWeighsNearWeeksMore() {
        assertThat(Calm.nervousness(BEFORE, AFTER, 10, 0.5)).isCloseTo(3 * 0.125 / 4, within(1e-12));
        assertThat(Calm.nervousness(BEFORE, AFTER, 12, 0.5)).isCloseTo(3 * 0.5 / 4, within(1e-12));
        assertThat(Calm.nervousness(BEFORE, AFTER, 99, 0.5))
                .as("overdue weighs like this week")
                .isCloseTo(3 * 0.5 / 4, within(1e-12));
    }

    @Test
    void nervousnessIsTheSameInBothDirectionsOfAnEqualDistance() {
        int[] before = {20, 20};
        assertThat(Calm.nervousness(before, new int[] {23, 20}, 5, 0.2))
                .isEqualTo(Calm.nervousness(before, new int[] {20, 17}, 5, 0.2));
    }

    @Test
    void aFrozenOrderMayComeEarlierAndNotLater() {
        boolean[] frozen = {true, true, true, true};
        assertThat(Calm.frozenViolations(frozen, BEFORE, AFTER))
                .as("later, lost")
                .isEqualTo(2);
        assertThat(Calm.frozenViolations(new boolean[4], BEFORE, AFTER)).isZero();
        assertThat(Calm.frozenViolations(new boolean[] {true}, new int[] {9}, new int[] {8}))
                .isZero();
    }

    @Test
    void fourOfTwentyUnitsChangedTheirWeek() {
        long[] before = {10, 10, 0};
        long[] after = {8, 10, 2};
        assertThat(Calm.planInstability(before, after)).isEqualTo(0.2);
        assertThat(Calm.planInstability(new long[] {100, 100, 0}, new long[] {80, 100, 20}))
                .as("ten times the launch")
                .isEqualTo(0.2);
    }
}
