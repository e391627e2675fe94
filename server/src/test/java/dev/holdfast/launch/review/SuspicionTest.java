package dev.holdfast.launch.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.Screening;
import dev.holdfast.launch.Screening.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuspicionTest {
    private static final Duration LATER = Duration.ofSeconds(4);
    private static final Screening USUAL = new Screening(60, Map.of(), Duration.ofDays(7));

    @Test
    void aFamilyOnOneCardAndOneComputerIsNoReasonToLook() {
        assertThat(Suspicion.of(new Seen(1, 1, 0, 1, LATER), USUAL).reaches(USUAL))
                .isFalse();
        assertThat(Suspicion.of(new Seen(2, 1, 0, 2, LATER), USUAL).points()).isEqualTo(55);
    }

    @Test
    void fourMembersOnOneCardAre() {
        Suspicion suspicion = Suspicion.of(new Seen(3, 0, 0, 0, LATER), USUAL);
        assertThat(suspicion.reaches(USUAL)).isTrue();
        assertThat(suspicion.evidence()).isEqualTo(List.of(new Evidence(Signal.INSTRUMENT, 3, 60)));
    }

    @Test
    void aCrowdFromOneNetworkAloneNeverIs() {
        assertThat(Suspicion.of(new Seen(0, 0, 0, 9, LATER), USUAL).points()).isZero();
        assertThat(Suspicion.of(new Seen(0, 0, 0, 200, LATER), USUAL).points()).isEqualTo(20);
    }

    @Test
    void aQuickThumbAloneNeverIs() {
        assertThat(Suspicion.of(new Seen(0, 0, 0, 0, Duration.ofMillis(499)), USUAL)
                        .points())
                .isEqualTo(10);
        assertThat(Suspicion.of(new Seen(0, 0, 0, 0, Duration.ofMillis(500)), USUAL)
                        .points())
                .isZero();
        assertThat(Suspicion.of(new Seen(0, 0, 0, 0, Duration.ofMillis(-1)), USUAL)
                        .points())
                .isZero();
    }

    @Test
    void oneMoreMemberBeyondFiveTellsNothingNew() {
        assertThat(Suspicion.of(new Seen(200, 0, 0, 0, LATER), USUAL))
                .extracting(Suspicion::points)
                .isEqualTo(Suspicion.of(new Seen(5, 0, 0, 0, LATER), USUAL).points());
    }

    @Test
    void aLaunchWeighsAsItSays() {
        Screening strict = new Screening(30, Map.of(Signal.DEVICE, 30, Signal.INSTRUMENT, 0), Duration.ofDays(7));
        assertThat(Suspicion.of(new Seen(5, 1, 0, 0, LATER), strict).evidence())
                .isEqualTo(List.of(new Evidence(Signal.DEVICE, 1, 30)));
    }

    @Test
    void evidenceComesBackFromItsTextAsItWentIn() {
        List<Evidence> evidence = List.of(new Evidence(Signal.INSTRUMENT, 3, 60), new Evidence(Signal.SPEED, 120, 10));
        assertThat(Evidence.read(Evidence.text(evidence))).isEqualTo(evidence);
    }
}
