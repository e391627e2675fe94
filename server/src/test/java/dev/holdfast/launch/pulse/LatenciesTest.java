package dev.holdfast.launch.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void aFigureIsNeverTooLowAndAtMostAQuarterTooHigh() {
        var latencies = new Latencies();
        for (int ms = 1; ms <= 1_000; ms++) {
            latencies.record(Duration.ofMillis(ms).toNanos());
        }
        assertThat(Latencies.within(0.5, latencies.counts()).orElseThrow().toMillis())
                .isBetween(500L, 625L);
        assertThat(Latencies.within(0.99, latencies.counts()).orElseThrow().toMillis())
                .isBetween(990L, 1_238L);
    }

    @Test
    void countsOfTwoInstancesAddUp() {
        var fast = new Latencies();
        var slow = new Latencies();
        fast.record(1);
        slow.record(Duration.ofMinutes(10).toNanos());
        var both = Latencies.plus(fast.counts(), slow.counts(), 1);
        assertThat(Latencies.sum(both)).isEqualTo(2);
        assertThat(Latencies.within(0.5, both).orElseThrow()).isEqualTo(Duration.ofNanos(100_000));
        assertThat(Latencies.within(1, both).orElseThrow().toSeconds()).isCloseTo(127, Percentage.withPercentage(2));
    }

    @Test
    void noAnswerHasNoTime() {
        assertThat(Latencies.within(0.5, Latencies.NONE)).isEmpty();
    }
}
