package dev.holdfast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreTheSmallestLatencyThatEnoughAnswersDidNotExceed() {
        var latencies = new Latencies();
        for (int ms = 1_000; ms >= 1; ms--) {
            latencies.add(ms * 1_000_000L);
        }
        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(1_000, 500, 990, 1_000));
    }

    @Test
    void ofTenAnswersTheSlowestIsTheOneThatNinetyNineOfAHundredDoNotExceed() {
        var latencies = new Latencies();
        for (int ms = 1; ms <= 10; ms++) {
            latencies.add(ms * 1_000_000L);
        }
        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(10, 5, 10, 10));
    }

    @Test
    void oneAnswerIsEveryPercentile() {
        var latencies = new Latencies();
        latencies.add(2_500_000);
        assertThat(latencies.summary()).isEqualTo(new Latencies.Summary(1, 2.5, 2.5, 2.5));
    }

    @Test
    void noAnswersMakeNoLatency() {
        assertThat(new Latencies().summary()).isEqualTo(new Latencies.Summary(0, 0, 0, 0));
    }

    @Test
    void moreAnswersThanItsFirstArrayHoldsAreAllKept() {
        var latencies = new Latencies();
        for (int i = 0; i < 10_000; i++) {
            latencies.add(1_000_000);
        }
        assertThat(latencies.summary().answers()).isEqualTo(10_000);
    }
}
