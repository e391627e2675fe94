package dev.holdfast.supply.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A plant with one thing changed, told by the weeks that three orders get.
class VariationTest {
    /// One unit in stock, one in week 3, one in week 5; and a place for two units in each week.
    private static final Plant PLANT = new PlantBuilder(8, 1, 1, 1)
            .need(0, 0, 1, 0)
            .receive(0, 1, 1)
            .receive(0, 3, 1)
            .receive(0, 5, 1)
            .route(0, 0)
            .capacity(0, 1, 2)
            .capacity(0, 3, 2)
            .capacity(0, 4, 2)
            .capacity(0, 5, 2)
            .capacity(0, 7, 2)
            .capacity(0, 8, 2)
            .build();

    private static int[] weeks(UnaryOperator<Variation> change) {
        var band = new Band[3];
        Arrays.fill(band, Band.KEEP);
        var promised = new int[] {Line.NONE, Line.NONE, Line.NONE};
        var line = new Line(new int[3], promised, new int[3], new boolean[3], band);
        return Rule.LINE.plan(change.apply(new Variation(PLANT)).plant(), line).week();
    }

    @Test
    void nothing_changed_is_the_same_plant() {
        assertArrayEquals(new int[] {1, 3, 5}, weeks(same -> same));
    }

    @Test
    void a_slip_delays_what_is_still_to_come_and_not_what_is_in_stock() {
        assertArrayEquals(new int[] {1, 5, 7}, weeks(change -> change.slip(0, 2, 2)));
        assertArrayEquals(new int[] {1, 9, 9}, weeks(change -> change.slip(0, 2, 6)));
        // The last week of the horizon still counts, and the one after it is gone.
        assertArrayEquals(new int[] {1, 3, 8}, weeks(change -> change.slip(0, 5, 3)));
        assertArrayEquals(new int[] {1, 3, 9}, weeks(change -> change.slip(0, 5, 4)));
    }

    @Test
    void what_is_expedited_comes_earlier_and_never_before_the_week_named() {
        assertArrayEquals(new int[] {1, 3, 4}, weeks(change -> change.expedite(0, 2, 1)));
        assertArrayEquals(new int[] {1, 3, 3}, weeks(change -> change.expedite(0, 3, 7)));
    }

    @Test
    void a_cut_and_an_addition_change_units_and_a_closing_ends_all_builds() {
        assertArrayEquals(new int[] {1, 5, 9}, weeks(change -> change.cut(0, 3, 3, 50)));
        assertArrayEquals(new int[] {1, 3, 3}, weeks(change -> change.add(0, 2, 1)));
        assertArrayEquals(new int[] {1, 3, 9}, weeks(change -> change.close(0, 4)));
    }

    @Test
    void capacity_taken_away_or_given_moves_builds() {
        assertArrayEquals(new int[] {1, 4, 5}, weeks(change -> change.capacity(0, 3, 3, -5)));
        assertArrayEquals(new int[] {1, 3, 7}, weeks(change -> change.capacity(0, 5, 5, -2)));
    }
}
