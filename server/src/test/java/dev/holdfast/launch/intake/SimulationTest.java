package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plays launches from seeds. A failure names its seed; `-Dseed=..` plays that one again.
class SimulationTest {
    private static final int LAUNCHES = 25;

    /// A breach that as many launches as this do not bring to light would stay in the dark for ever.
    private static final int MAX_LAUNCHES_TO_CATCH = 20;

    @Test
    void aWholeLaunchKeepsEveryRuleWhateverIsLostLateOrDoubled() {
        String given = System.getProperty("seed");
        long first = given == null ? new Random(System.nanoTime()).nextInt() : Long.parseLong(given);
        for (long seed = first; seed < first + (given == null ? LAUNCHES : 1); seed++) {
            Played played = Played.of(seed, Breach.NONE, Played.STEPS);
            assertThat(played.broken()).as(played.words()).isNull();
        }
    }

    /// Seeds that are the same at each build, so that what breaks on one machine breaks on every other.
    @Test
    void theLaunchesThatEverybodyPlaysKeepEveryRule() {
        for (long seed = 1; seed <= LAUNCHES; seed++) {
            Played played = Played.of(seed, Breach.NONE, Played.STEPS);
            assertThat(played.broken()).as(played.words()).isNull();
        }
    }

    /// A cancellation between the end of the time to answer and the clock's round forfeited what silence gives back.
    @Test
    void theLaunchThatOnceBrokeARuleKeepsItNow() {
        Played played = Played.of(1_579, Breach.NONE, Played.STEPS);
        assertThat(played.broken()).as(played.words()).isNull();
    }

    @Test
    void aHistoryThatFailsIsMadeShort() {
        for (long seed = 1; seed <= MAX_LAUNCHES_TO_CATCH; seed++) {
            Played played = Played.of(seed, Breach.LOSES_AN_ORDER, Played.STEPS);
            if (played.broken() != null) {
                Played shortest = played.shortest();
                assertThat(shortest.broken()).isNotNull();
                // Seven positions have to be taken before the seventh is lost.
                assertThat(shortest.moments()).hasSizeLessThan(20).hasSizeGreaterThanOrEqualTo(7);
                assertThat(shortest.history()).hasSizeLessThan(20);
                return;
            }
        }
        fail("Nothing was lost");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void thePlantedBreachIsCaught(Breach breach) {
        for (long seed = 1; seed <= MAX_LAUNCHES_TO_CATCH; seed++) {
            if (Played.of(seed, breach, Played.STEPS).broken() != null) {
                return;
            }
        }
        fail("Nothing noticed " + breach);
    }
}
