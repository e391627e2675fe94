package dev.holdfast.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A few rounds of `./holdfast crash`, of the kinds that no other test plays; the command plays hundreds of all.
class CrashRoundTest {
    private static final int ORDERS = 500;
    private static final long SEED = ThreadLocalRandom.current().nextLong(1_000_000);

    @ParameterizedTest
    @EnumSource(
            value = Disaster.class,
            names = {"ANSWER_DROPPED", "DISK_FULL", "CLOCK_JUMPED"})
    void nothingAcknowledgedIsLostDoubledOrChanged(Disaster disaster) throws Exception {
        Plan plan = Plan.of(SEED, disaster);
        System.out.println("seed " + SEED + ": " + plan.words());
        CrashRound.Result result = new CrashRound(plan, ORDERS).play();
        assertThat(result.findings())
                .hasSize(11)
                .allSatisfy((name, finding) -> assertThat(finding.examples()).isEmpty());
        assertThat(result.paid()).isGreaterThan(ORDERS / 2);
        // On a fast machine so short a rush may be over before the disaster has met a request.
        System.out.println(result.sentAgain() + " requests were sent again");
    }
}
