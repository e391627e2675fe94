package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TenthsTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aSteadyRunHasTenEqualTenths() {
        long[] everyMilli = LongStream.range(0, 1_000).map(i -> i * MILLI).toArray();
        assertThat(Tenths.ratesPerSecond(everyMilli)).isEqualTo(Collections.nCopies(10, 1_000.0));
    }

    @Test
    void aRunThatSlowsDownShowsIt() {
        long[] slowing = LongStream.range(0, 1_000)
                .map(i -> i < 900 ? i * MILLI : (900 + (i - 900) * 2) * MILLI)
                .toArray();
        assertThat(Tenths.ratesPerSecond(slowing).subList(0, 9)).containsOnly(1_000.0);
        assertThat(Tenths.ratesPerSecond(slowing).getLast()).isEqualTo(500.0);
    }

    @Test
    void aRunOfAFewPaymentsHasNoTenths() {
        assertThat(Tenths.ratesPerSecond(new long[] {1, 2, 3})).isEmpty();
    }
}
