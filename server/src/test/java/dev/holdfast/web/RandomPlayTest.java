package dev.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fans, operator, provider and clock act at random, and the server says at every step what the line on paper says.
/// A failure names the seed that plays it again.
@ExtendWith(RunningServer.Shared.class)
class RandomPlayTest {
    private static final int ACTS = 150;

    private final RunningServer server;

    RandomPlayTest(RunningServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_launch_goes_as_on_paper(long seed) {
        play(seed);
    }

    @Test
    void a_launch_of_a_new_seed_goes_as_on_paper() {
        play(System.nanoTime());
    }

    private void play(long seed) {
        Play play = new Play(server, seed);
        try {
            play.act(ACTS);
            play.compareEverything();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("Seed " + seed + ", act " + play.acts() + ": " + failure.getMessage(), failure);
        }
        assertTrue(play.placed() > ACTS / 10, "next to nothing was ordered with seed " + seed);
        assertEquals(ACTS, play.acts());
    }
}
