package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Five orders: on time, early, two weeks late, not delivered, not due yet; the first is the one short of a
/// part below.
class PunctualityTest {
    private static final int NOW = 20;
    private static final int[] PROMISED = {10, 12, 14, 16, 30};
    private static final int[] DELIVERED = {10, 9, 16, NONE, NONE};
    private static final boolean[] COMPLETE = {true, true, true, true, true};

    @Test
    void twoOfFourThatWereDueCameInTime() {
        assertThat(Punctuality.onTimeInFull(PROMISED, DELIVERED, COMPLETE, NOW)).isEqualTo(0.5);
    }

    @Test
    void anIncompleteDeliveryIsNoneInFull() {
        boolean[] lacking = {false, true, true, true, true};
        assertThat(Punctuality.onTimeInFull(PROMISED, DELIVERED, lacking, NOW)).isEqualTo(0.25);
    }

    @Test
    void aWeekThatIsNotOverIsNotDue() {
        assertThat(Punctuality.onTimeInFull(PROMISED, DELIVERED, COMPLETE, 10)).isNaN();
        assertThat(Punctuality.onTimeInFull(PROMISED, DELIVERED, COMPLETE, 11)).isEqualTo(1);
    }

    @Test
    void theOriginalPromiseRemembersWhatTheCurrentOneForgives() {
        int[] current = {10, 12, 16, 16, 30};
        assertThat(Punctuality.onTimeInFull(current, DELIVERED, COMPLETE, NOW)).isEqualTo(0.75);
    }

    @Test
    void errorAndBiasAreInWeeks() {
        assertThat(Punctuality.meanAbsoluteError(PROMISED, DELIVERED)).isEqualTo(5 / 3.0);
        assertThat(Punctuality.bias(PROMISED, DELIVERED)).isEqualTo(-1 / 3.0);
        assertThat(Punctuality.bias(new int[] {NONE}, new int[] {3})).isNaN();
    }

    @Test
    void coverageAndSharpnessOfAWindow() {
        int[] from = {9, 10, 14, 15, 29};
        int[] to = {11, 12, 15, 18, 31};
        assertThat(Punctuality.coverage(from, to, DELIVERED)).isEqualTo(1 / 3.0);
        assertThat(Punctuality.sharpness(from, to)).isEqualTo((3 + 3 + 2 + 4 + 3) / 5.0);
    }

    /// 2 weeks over the P90 cost 1.8, one week under it 0.1.
    @Test
    void pinballOfTwoMisses() {
        assertThat(Punctuality.pinball(0.9, new double[] {8, 10}, new int[] {10, 9}))
                .isCloseTo((1.8 + 0.1) / 2, within(1e-12));
    }

    @Test
    void pinballIsLeastAtTheQuantile() {
        var random = new Random(5);
        int[] came = random.ints(4_000, 0, 40).toArray();
        double[] constant = new double[came.length];
        double best = Double.MAX_VALUE;
        double at = -1;
        for (int week = 0; week < 40; week++) {
            Arrays.fill(constant, week);
            double loss = Punctuality.pinball(0.75, constant, came);
            at = loss < best ? week : at;
            best = Math.min(best, loss);
        }
        assertThat(at).isBetween(29.0, 30.0);
    }

    @Test
    void nothingDependsOnWhichWeekIsCalledZero() {
        for (int shift : new int[] {-40, 3, 1_000}) {
            int[] promised = moved(PROMISED, shift);
            int[] delivered = moved(DELIVERED, shift);
            assertThat(Punctuality.onTimeInFull(promised, delivered, COMPLETE, NOW + shift))
                    .isEqualTo(0.5);
            assertThat(Punctuality.bias(promised, delivered)).isEqualTo(-1 / 3.0);
        }
    }

    static int[] moved(int[] weeks, int by) {
        return Arrays.stream(weeks).map(week -> week == NONE ? NONE : week + by).toArray();
    }
}
