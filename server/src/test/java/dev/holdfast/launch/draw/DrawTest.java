package dev.holdfast.launch.draw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final byte[] KEY = Hashes.key(DrawOnPaper.SEED, DrawOnPaper.FIGURE);

    @Test
    void everybody_gets_one_place_and_every_place_is_given() {
        int[] places = new Draw(DrawOnPaper.tickets(40_000), KEY).places();
        int[] sorted = places.clone();
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.rangeClosed(1, 40_000).toArray(), sorted);
    }

    @Test
    void the_order_of_arrival_plays_no_part() {
        TicketHashes arrived = DrawOnPaper.tickets(1_000);
        FrozenList list = FrozenList.of(arrived);
        TicketHashes sorted = new TicketHashes();
        for (int rank = 0; rank < list.size(); rank++) {
            sorted.add(list.high(rank), list.low(rank));
        }
        int[] byArrival = new Draw(arrived, KEY).order();
        int[] byHash = new Draw(sorted, KEY).order();
        for (int rank = 0; rank < byHash.length; rank++) {
            assertEquals(sorted.high(byHash[rank]), arrived.high(byArrival[rank]), "place " + (rank + 1));
            assertEquals(sorted.low(byHash[rank]), arrived.low(byArrival[rank]), "place " + (rank + 1));
        }
    }

    @Test
    void the_figure_alone_changes_every_place() {
        TicketHashes tickets = DrawOnPaper.tickets(1_000);
        int[] places = new Draw(tickets, KEY).places();
        int[] others = new Draw(tickets, Hashes.key(DrawOnPaper.SEED, "another")).places();
        long same = IntStream.range(0, 1_000)
                .filter(fan -> places[fan] == others[fan])
                .count();
        assertTrue(same < 10, same + " of a thousand kept their place");
    }

    /// Early comers, late comers, and whoever has a small hash fare alike: the mean place of each half is near the
    /// middle, within four of its standard deviations.
    @Test
    void no_half_of_the_lobby_fares_better() {
        int count = 100_000;
        int[] places = new Draw(DrawOnPaper.tickets(count), KEY).places();
        double firstHalf = Arrays.stream(places, 0, count / 2).average().orElseThrow();
        double deviation = count / Math.sqrt(12) / Math.sqrt(count / 2.0) / Math.sqrt(2);
        assertEquals((count + 1) / 2.0, firstHalf, 4 * deviation);
    }

    /// With keys of three bits almost all share their leading bits: the whole comparison decides.
    @Test
    void what_shares_its_leading_bits_is_compared_whole() {
        var random = new Random(7);
        long[] keys = random.longs(3_000).map(key -> key & 7).toArray();
        int[] order = Ranking.order(
                keys.length,
                () -> index -> keys[index] << 61,
                (one, other) ->
                        keys[one] != keys[other] ? Long.compare(keys[one], keys[other]) : Integer.compare(other, one));
        for (int rank = 1; rank < order.length; rank++) {
            long before = keys[order[rank - 1]];
            long now = keys[order[rank]];
            assertTrue(before < now || (before == now && order[rank - 1] > order[rank]), "rank " + rank);
        }
    }

    @Test
    void keys_are_unsigned() {
        long[] keys = {-1, 1L << 40, Long.MIN_VALUE, 0};
        int[] order = Ranking.order(4, () -> index -> keys[index], Integer::compare);
        assertArrayEquals(new int[] {3, 1, 2, 0}, order);
    }

    @Test
    void the_root_tells_one_ticket_from_another() {
        assertNotEquals(
                DrawOnPaper.statement(FrozenList.of(DrawOnPaper.tickets(10)), null)
                        .root(),
                DrawOnPaper.statement(FrozenList.of(DrawOnPaper.tickets(11)), null)
                        .root());
    }

    @Test
    void an_empty_lobby_and_one_of_one_can_be_drawn() {
        assertEquals(0, new Draw(new TicketHashes(), KEY).places().length);
        assertArrayEquals(new int[] {1}, new Draw(DrawOnPaper.tickets(1), KEY).places());
    }
}
