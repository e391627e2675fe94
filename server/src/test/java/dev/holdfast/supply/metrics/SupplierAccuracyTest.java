package dev.holdfast.supply.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SupplierAccuracyTest {

    /// 100 of 100, 30 of 50, 60 of 50: 180 of 200; the ten in excess earn nothing.
    @Test
    void excessDoesNotMakeUpForWhatIsMissing() {
        long[] committed = {100, 50, 50};
        assertThat(SupplierAccuracy.clip(committed, new long[] {100, 30, 60})).isEqualTo(0.9);
        assertThat(SupplierAccuracy.clip(new long[] {50, 100, 50}, new long[] {60, 100, 30}))
                .as("whichever came first")
                .isEqualTo(0.9);
        assertThat(SupplierAccuracy.clip(new long[0], new long[0])).isNaN();
    }

    @Test
    void aQuantileIsALatenessThatHappened() {
        int[] late = {4, 0, 0, 1, 9, 0, 2, 0, 0, 0};
        assertThat(SupplierAccuracy.latenessQuantile(late, 0.5)).isZero();
        assertThat(SupplierAccuracy.latenessQuantile(late, 0.9)).isEqualTo(4);
        assertThat(SupplierAccuracy.latenessQuantile(late, 1)).isEqualTo(9);
        assertThat(SupplierAccuracy.latenessQuantile(late, 0)).isZero();
        assertThatThrownBy(() -> SupplierAccuracy.latenessQuantile(new int[0], 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// A tenth under, a fifth over, and a week without plan.
    @Test
    void adherenceIsTheMeanDistanceOfTheCurves() {
        assertThat(SupplierAccuracy.curveAdherence(new long[] {0, 100, 200}, new long[] {5, 90, 240}))
                .isCloseTo(0.15, within(1e-12));
        assertThat(SupplierAccuracy.curveAdherence(new long[] {0, 1_000, 2_000}, new long[] {50, 900, 2_400}))
                .as("ten times the launch")
                .isCloseTo(0.15, within(1e-12));
    }
}
