package dev.holdfast.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.intake.FakePeer.Habit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A measurement that cannot see a bad peer would praise it.
class TrialTest {
    private static final int ROUNDS = 5;

    @ParameterizedTest
    @CsvSource({
        "HONEST,     0, 0, 10,   0",
        "OVERSELLS,  5, 0, 11,   0",
        "UNDERSELLS, 0, 5,  9,   0",
        "BOOKS_MORE, 5, 0, 20,   0",
        "FAILS,      0, 5,  0, 300"
    })
    void aDuelSeesWhoOversellsOrKeepsBack(Habit habit, int oversold, int undersold, long mostSold, int failed)
            throws Exception {
        Measured.Duels duels = new Trial(new FakePeer(habit), "t").duels(ROUNDS, 60, 10);
        assertThat(duels).isEqualTo(new Measured.Duels("fake", ROUNDS, 60, 10, oversold, undersold, mostSold, failed));
    }

    @Test
    void aRateCountsWhatWasTakenAndWhatTheBookHasBeyondIt() throws Exception {
        Measured.Rate honest = new Trial(new FakePeer(Habit.HONEST), "t").rate(1, 4, 0, 1, 100);
        assertThat(honest.orders()).isEqualTo(100);
        assertThat(honest.soldOut()).isPositive();
        assertThat(honest.soldOff()).isZero();
        assertThat(honest.latencyMs().answers()).isEqualTo(100);
        Measured.Rate more = new Trial(new FakePeer(Habit.BOOKS_MORE), "t").rate(1, 4, 0, 1, 100);
        assertThat(more.soldOff()).isEqualTo(100);
    }
}
