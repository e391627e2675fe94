package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fans, suppliers, planners and the clock act at random at the doors of two instances of one launch with bills: at
/// every step both say the same, what they say can be built, and every plan keeps to the rules. A failure names the
/// seed that plays it again.
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomPlanPlayTest {
    private static final int ACTS = Integer.getInteger("holdfast.play.acts", 120);
    private static final int NEW_SEEDS = Integer.getInteger("holdfast.play.seeds", 1);

    private final RunningServer here;
    private final RunningServer there;

    RandomPlanPlayTest(RunningServer server) {
        this.here = server;
        this.there = server.another();
    }

    @AfterAll
    void close() {
        there.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void promises_hold_whatever_happens(long seed) {
        PlanPlay play = play(seed);
        assertTrue(play.published() > 2, "next to no plan was published");
        assertTrue(play.moved() > 0, "no plan moved anybody");
        assertTrue(play.finished() > 0, "next to nothing was built");
    }

    @Test
    void promises_hold_whatever_happens_with_a_new_seed() {
        long seed = Long.getLong("holdfast.play.seed", System.nanoTime());
        for (int time = 0; time < NEW_SEEDS; time++) {
            play(seed + time);
        }
    }

    private PlanPlay play(long seed) {
        here.clock().set(RunningServer.START);
        PlanPlay play = new PlanPlay(here, there, seed);
        try {
            play.act(ACTS);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("Seed " + seed + ", act " + play.acts() + ": " + failure.getMessage(), failure);
        }
        return play;
    }
}
