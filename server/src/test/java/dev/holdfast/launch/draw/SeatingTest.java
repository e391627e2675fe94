package dev.holdfast.launch.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatingTest {
    private static final int NORTH = 1;
    private static final int OWNER = 2;

    @Test
    void without_quotas_places_go_in_drawn_order() {
        assertArrayEquals(new int[] {0, 1}, new Seating(2, List.of()).fill(new int[] {0, 0, 0}, 9));
    }

    @Test
    void what_a_quota_keeps_goes_first_to_those_who_fit() {
        var seating = new Seating(2, List.of(new Quota("north", 1, null)));
        assertArrayEquals(new int[] {2, 0}, seating.fill(new int[] {0, 0, NORTH, NORTH}, 9));
    }

    @Test
    void one_holder_counts_for_every_quota_they_fit() {
        var seating = new Seating(2, List.of(new Quota("north", 1, null), new Quota("owner", 1, null)));
        assertArrayEquals(new int[] {3, 0}, seating.fill(new int[] {0, OWNER, 0, NORTH | OWNER}, 9));
    }

    @Test
    void a_quota_that_is_full_passes_over_whoever_fits_it_even_where_places_stay_empty() {
        var seating = new Seating(3, List.of(new Quota("north", 0, 1)));
        assertArrayEquals(new int[] {0, 2}, seating.fill(new int[] {NORTH, NORTH, 0}, 9));
        assertEquals(1, seating.free());
    }

    @Test
    void a_place_that_becomes_free_keeps_the_quota() {
        var seating = new Seating(2, List.of(new Quota("north", 1, null)));
        seating.sit(NORTH);
        seating.sit(0);
        seating.leave(NORTH);
        assertArrayEquals(new int[] {1}, seating.fill(new int[] {0, NORTH}, 9));
    }

    /// What is filled one after another is filled as all at once: a replay relies on it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void one_by_one_gives_the_same_as_at_once(long seed) {
        var random = new Random(seed);
        int taken = 0;
        for (int round = 0; round < 200; round++) {
            int places = 1 + random.nextInt(12);
            List<Quota> quotas = IntStream.range(0, random.nextInt(4))
                    .mapToObj(number -> {
                        int least = random.nextInt(places + 1);
                        Integer most = random.nextBoolean() ? null : Integer.valueOf(least + random.nextInt(3));
                        return new Quota("quota", least, most);
                    })
                    .toList();
            int[] waiting = random.ints(random.nextInt(30), 0, 16).toArray();
            int[] atOnce = new Seating(places, quotas).fill(waiting, Integer.MAX_VALUE);
            assertArrayEquals(atOnce, oneByOne(new Seating(places, quotas), waiting));
            taken += atOnce.length;
        }
        assertTrue(taken > 200, "next to nobody got a place");
    }

    private static int[] oneByOne(Seating seating, int[] waiting) {
        var left = new ArrayList<>(IntStream.range(0, waiting.length).boxed().toList());
        var order = new ArrayList<Integer>();
        while (true) {
            int[] next =
                    seating.fill(left.stream().mapToInt(index -> waiting[index]).toArray(), 1);
            if (next.length == 0) {
                return order.stream().mapToInt(Integer::intValue).toArray();
            }
            assertEquals(1, next.length, Arrays.toString(next));
            order.add(left.get(next[0]));
            left.subList(next[0], next[0] + 1).clear();
        }
    }
}
