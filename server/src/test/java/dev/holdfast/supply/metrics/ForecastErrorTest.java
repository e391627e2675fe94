package dev.holdfast.supply.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Misses of +2, -1, +3, 0 on 10, 11, 9, 10: sum 4, absolute 6, steps of 1, 2, 1.
class ForecastErrorTest {
    private static final long[] ACTUAL = {10, 11, 9, 10};
    private static final long[] FORECAST = {12, 10, 12, 10};

    @Test
    void byHand() {
        assertThat(ForecastError.bias(FORECAST, ACTUAL)).isEqualTo(0.1);
        assertThat(ForecastError.wape(FORECAST, ACTUAL)).isEqualTo(0.15);
        assertThat(ForecastError.trackingSignal(FORECAST, ACTUAL)).isCloseTo(4 / 1.5, within(1e-12));
        assertThat(ForecastError.mase(FORECAST, ACTUAL)).isCloseTo(1.5 / (4 / 3.0), within(1e-12));
    }

    @Test
    void scaleDoesNotMatter() {
        long[] forecast = Arrays.stream(FORECAST).map(units -> units * 1_000).toArray();
        long[] actual = Arrays.stream(ACTUAL).map(units -> units * 1_000).toArray();
        assertThat(ForecastError.bias(forecast, actual)).isCloseTo(0.1, within(1e-12));
        assertThat(ForecastError.wape(forecast, actual)).isCloseTo(0.15, within(1e-12));
        assertThat(ForecastError.trackingSignal(forecast, actual)).isCloseTo(4 / 1.5, within(1e-12));
        assertThat(ForecastError.mase(forecast, actual)).isCloseTo(1.125, within(1e-12));
    }

    @Test
    void aPerfectForecastMissesNothing() {
        assertThat(ForecastError.wape(ACTUAL, ACTUAL)).isZero();
        assertThat(ForecastError.mase(ACTUAL, ACTUAL)).isZero();
        assertThat(ForecastError.trackingSignal(ACTUAL, ACTUAL))
                .as("nothing missed, nothing to lean on")
                .isNaN();
    }

    /// Planned half and half, sold three to one: a quarter is another configuration than planned.
    @Test
    void mixErrorIsTheShareThatIsSomethingElse() {
        assertThat(ForecastError.mix(new long[] {50, 50}, new long[] {75, 25})).isEqualTo(0.25);
        assertThat(ForecastError.mix(new long[] {50, 50}, new long[] {200, 200}))
                .isZero();
        assertThat(ForecastError.mix(new long[] {1, 0}, new long[] {0, 1})).isEqualTo(1);
    }
}
