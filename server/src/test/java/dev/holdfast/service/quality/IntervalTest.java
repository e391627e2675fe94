package dev.holdfast.service.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

/// The interval around a count, against Garwood's table and against what it promises.
class IntervalTest {
    @Test
    void the_ends_are_those_of_the_printed_table() {
        assertThat(Interval.of(0).lower()).isZero();
        assertThat(Interval.of(0).upper()).isCloseTo(3.689, within(0.001));
        assertThat(Interval.of(1).lower()).isCloseTo(0.025, within(0.001));
        assertThat(Interval.of(1).upper()).isCloseTo(5.572, within(0.001));
        assertThat(Interval.of(10).lower()).isCloseTo(4.795, within(0.001));
        assertThat(Interval.of(10).upper()).isCloseTo(18.390, within(0.001));
        assertThat(Interval.of(10).per(2).upper()).isCloseTo(9.195, within(0.001));
    }

    /// Computed and not drawn: for every mean the chance of a count whose interval contains it.
    @Test
    void whatever_the_mean_is_at_least_95_of_100_intervals_contain_it() {
        for (double mean = 0.05; mean < 40; mean += 0.37) {
            PoissonDistribution counts = PoissonDistribution.of(mean);
            double covered = 0;
            for (int count = 0; count < 150; count++) {
                Interval interval = Interval.of(count);
                if (interval.lower() <= mean && mean <= interval.upper()) {
                    covered += counts.probability(count);
                }
            }
            assertThat(covered).as("mean %s", mean).isBetween(0.95, 1.0);
        }
    }
}
