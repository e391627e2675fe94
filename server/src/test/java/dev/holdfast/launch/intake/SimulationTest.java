package dev.holdfast.launch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plays launches from seeds. A failure names its seed; `-Dseed=..` plays that one again.
class SimulationTest {
    private static final int BATCHES = 100;
    private static final int LAUNCHES = 25;

    /// A breach that as many launches as this do not bring to light would stay in the dark for ever.
    private static final int MAX_LAUNCHES_TO_CATCH = 20;

    @Test
    void aWholeLaunchKeepsEveryRuleWhateverIsLostLateOrDoubled() {
        String given = System.getProperty("seed");
        long first = given == null ? new Random(System.nanoTime()).nextInt() : Long.parseLong(given);
        for (long seed = first; seed < first + (given == null ? LAUNCHES : 1); seed++) {
            try {
                new Simulation(seed, Breach.NONE).run(BATCHES);
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("The launch of seed " + seed + " broke a rule; -Dseed=" + seed, broken);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void thePlantedBreachIsCaught(Breach breach) {
        for (long seed = 1; seed <= MAX_LAUNCHES_TO_CATCH; seed++) {
            try {
                new Simulation(seed, breach).run(BATCHES);
            } catch (RuntimeException | AssertionError caught) {
                assertThat(caught).isNotNull();
                return;
            }
        }
        fail("Nothing noticed " + breach);
    }
}
