package dev.holdfast.supply.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Which week an order is told, given the week it is built in.
class WindowsTest {
    private static final int[] NOBODY = {};
    private static final Plant PLANT = new PlantBuilder(20, 1, 0, 0).build();

    private static int[] told(int[] promised, int[] built, int least, int[] agreed) {
        var band = new Band[promised.length];
        Arrays.fill(band, Band.KEEP);
        var line = new Line(
                new int[promised.length], promised, new int[promised.length], new boolean[promised.length], band);
        return Windows.of(PLANT, line, new Plan(built, new int[built.length]), least, agreed);
    }

    @Test
    void who_is_built_by_the_promised_week_and_not_much_earlier_keeps_it() {
        assertArrayEquals(new int[] {5, 7}, told(new int[] {5, 7}, new int[] {4, 6}, 2, NOBODY));
        assertArrayEquals(new int[] {5, 9}, told(new int[] {5, 7}, new int[] {4, 9}, 2, NOBODY));
    }

    @Test
    void an_improvement_by_less_than_enough_is_not_told_but_a_gain_is_told_every_one() {
        var line =
                new Line(new int[2], new int[] {8, 8}, new int[2], new boolean[2], new Band[] {Band.KEEP, Band.GAIN});
        int[] told = Windows.of(PLANT, line, new Plan(new int[] {7, 7}, new int[2]), 2, NOBODY);
        assertArrayEquals(new int[] {8, 7}, told);
    }

    @Test
    void who_waits_and_chooses_last_is_not_told_a_week_before_those_ahead() {
        var line = new Line(new int[3], new int[] {9, Line.NONE, 4}, new int[3], new boolean[3], new Band[] {
            Band.KEEP, Band.LOSE, Band.KEEP
        });
        int[] told = Windows.of(PLANT, line, new Plan(new int[] {9, 3, 4}, new int[3]), 1, NOBODY);
        assertArrayEquals(new int[] {9, 9, 4}, told);
    }

    @Test
    void an_earlier_week_is_told_when_it_is_earlier_by_enough_and_overtakes_nobody() {
        assertArrayEquals(new int[] {3, 5}, told(new int[] {5, 7}, new int[] {3, 5}, 2, NOBODY));
        assertArrayEquals(new int[] {5, 5}, told(new int[] {5, 9}, new int[] {4, 4}, 2, NOBODY));
    }

    @Test
    void an_earlier_week_is_told_when_the_runs_before_would_have_given_it_too() {
        assertArrayEquals(new int[] {6}, told(new int[] {9}, new int[] {3}, 1, new int[] {6}));
        assertArrayEquals(new int[] {9}, told(new int[] {9}, new int[] {3}, 1, new int[] {12}));
    }

    @Test
    void beyond_the_horizon_a_promise_within_it_is_lost_and_one_beyond_it_kept() {
        int beyond = PLANT.beyond();
        assertArrayEquals(new int[] {Line.NONE}, told(new int[] {5}, new int[] {beyond}, 1, NOBODY));
        assertArrayEquals(new int[] {beyond + 4}, told(new int[] {beyond + 4}, new int[] {beyond}, 1, NOBODY));
        assertArrayEquals(new int[] {Line.NONE, 3}, told(new int[] {Line.NONE, 3}, new int[] {beyond, 3}, 1, NOBODY));
    }
}
