package dev.holdfast.supply.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.launch.SimulatedLaunch;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launches of `SimulationTest` on the engine of supply: bills, build weeks and set-aside units in the place of
/// curves, under the same rules. Each offer has a part of its own, with the receipts of its curve, and all share one
/// that there is enough of; so what may be promised is still known without the engine.
class PlannedSimulationTest {
    private static final int LAUNCHES = 15;

    @Test
    void aWholeLaunchKeepsEveryRuleOnBillsOfMaterials() {
        String given = System.getProperty("seed");
        long first = given == null ? new Random(System.nanoTime()).nextInt() : Long.parseLong(given);
        for (long seed = first; seed < first + (given == null ? LAUNCHES : 1); seed++) {
            assertThat(SimulatedLaunch.broken(seed, new Bills(), SimulatedLaunch.STEPS))
                    .isNull();
        }
    }

    /// An order was built between the snapshot of a plan and its publication, and kept its window; in the second launch
    /// the plant took its unit back later.
    @ParameterizedTest
    @ValueSource(longs = {-1_827_734_798, 974_981_118})
    void theLaunchThatOnceBrokeARuleKeepsItNow(long seed) {
        assertThat(SimulatedLaunch.broken(seed, new Bills(), SimulatedLaunch.STEPS))
                .isNull();
    }
}
