package dev.holdfast.supply.metrics;

import static dev.holdfast.supply.metrics.Weeks.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Four orders: one never moved, one that slipped and came back, one that waited before it got a week and
/// then slipped twice, one that waits still.
class RevisionsTest {
    private final Revisions revisions = new Revisions(
            new int[] {0, 1, 4, 7, 8}, new int[] {0, 0, 5, 8, 0, 4, 6, 0}, new int[] {20, 20, 24, 21, NONE, 30, 33, NONE
            });

    @Test
    void theFirstWeekPromisedAndTheCurrentOne() {
        assertThat(revisions.first()).containsExactly(20, 20, 30, NONE);
        assertThat(revisions.current()).containsExactly(20, 21, 33, NONE);
    }

    @Test
    void whatWasSaidSomeWeeksBefore() {
        int[] delivered = {20, 22, 33, NONE};

        assertThat(revisions.before(delivered, 4)).containsExactly(20, 21, 33, NONE);
        assertThat(revisions.before(delivered, 16)).containsExactly(20, 24, 33, NONE);
        assertThat(revisions.before(delivered, 28)).containsExactly(NONE, NONE, 30, NONE);
        assertThat(Punctuality.meanAbsoluteError(revisions.before(delivered, 16), delivered))
                .isEqualTo(2 / 3.0);
    }

    @Test
    void fourRevisionsOfFourOrders() {
        assertThat(revisions.perOrder()).isEqualTo(1);
    }

    @Test
    void oneOfFourWentThereAndBack() {
        assertThat(revisions.flipFlop()).isEqualTo(0.25);
        assertThat(of(20, 22, 22, 25).flipFlop())
                .as("the same again is no turn")
                .isZero();
        assertThat(of(20, 22, NONE, 21).flipFlop()).as("a pause hides no turn").isEqualTo(1);
    }

    private static Revisions of(int... promised) {
        return new Revisions(new int[] {0, promised.length}, new int[promised.length], promised);
    }
}
