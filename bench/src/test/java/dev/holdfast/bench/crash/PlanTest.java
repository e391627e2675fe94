package dev.holdfast.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void theSameSeedPlansTheSameRound() {
        assertThat(LongStream.range(-50, 50))
                .allSatisfy(seed -> assertThat(Plan.of(seed)).isEqualTo(Plan.of(seed)));
        assertThat(Plan.of(1)).isNotEqualTo(Plan.of(1 + Disaster.values().length));
    }

    @Test
    void followingSeedsMeetEveryDisaster() {
        assertThat(LongStream.range(100, 100 + Disaster.values().length)
                        .mapToObj(Plan::of)
                        .map(Plan::disaster)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Disaster.values());
    }

    /// The provider's messages would be refused, and a jump back would need as long to be caught up with.
    @Test
    void noClockJumpsByFiveMinutes() {
        assertThat(LongStream.range(0, 1_000).mapToObj(seed -> Plan.of(seed, Disaster.CLOCK_JUMPED)))
                .allSatisfy(plan -> assertThat(plan.strength()).isBetween(-299_999, 299_999));
    }
}
