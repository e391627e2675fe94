package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final int ORDERS = 28_900;
    private static final double PER_SECOND = 8_000;

    @Test
    void aBurstOpensAtTheAskedRateWithTheShareOfTheRecord() {
        long[] burst = Arrivals.burst(ORDERS, PER_SECOND, 7);
        assertThat(burst).isSorted().hasSize(ORDERS);
        // 200 of 289 orders in the opening, which at 8,000 a second lasts 2.5 s.
        assertThat(before(burst, 2.5)).isEqualTo(20_000).isEqualTo(Arrivals.openingOrders(ORDERS));
        assertThat((double) before(burst, 1.25)).isCloseTo(10_000, Percentage.withPercentage(3));
    }

    @Test
    void afterItsOpeningABurstFallsOff() {
        long[] burst = Arrivals.burst(ORDERS, PER_SECOND, 7);
        int first = before(burst, 3.0) - before(burst, 2.5);
        int second = before(burst, 3.5) - before(burst, 3.0);
        int third = before(burst, 4.0) - before(burst, 3.5);
        assertThat(first).isLessThan((int) (PER_SECOND / 2));
        assertThat(second / (double) first).isCloseTo(third / (double) second, within(0.1));
        assertThat(second).isLessThan(first);
    }

    @Test
    void anEvenRushKeepsItsRateThroughout() {
        long[] spread = Arrivals.spread(ORDERS, PER_SECOND, 7);
        assertThat(spread).isSorted().hasSize(ORDERS);
        for (double second = 1; second <= 3; second++) {
            assertThat((double) before(spread, second)).isCloseTo(PER_SECOND * second, Percentage.withPercentage(3));
        }
    }

    @Test
    void theSeedReplaysArrivals() {
        assertThat(Arrivals.burst(100, 50, 7)).isEqualTo(Arrivals.burst(100, 50, 7));
        assertThat(Arrivals.burst(100, 50, 7)).isNotEqualTo(Arrivals.burst(100, 50, 8));
    }

    private static int before(long[] nanos, double second) {
        return (int) Arrays.stream(nanos).filter(at -> at < second * 1e9).count();
    }
}
