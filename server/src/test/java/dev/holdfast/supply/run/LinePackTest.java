package dev.holdfast.supply.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.supply.master.AssembledPlant;
import dev.holdfast.supply.master.Horizon;
import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.PlantBuilder;
import dev.holdfast.supply.plan.UnitsThere;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A run computed again from its packed line gives the same weeks byte for byte.
class LinePackTest {
    private static final int ORDERS = 20_000;
    private static final int WEEKS = 30;
    private static final List<Band> BANDS = List.of(Band.values());

    private static RunInput input(long seed) {
        var random = new Random(seed);
        var builder = new PlantBuilder(WEEKS, 3, 2, 0)
                .need(0, 0, 1, 0)
                .need(1, 0, 1, 1)
                .need(1, 1, 2, 0)
                .need(2, 1, 1, 0);
        for (int week = 1; week <= WEEKS; week++) {
            builder.receive(0, week, random.nextInt(500)).receive(1, week, random.nextInt(700));
        }
        List<String> offers = List.of("pro", "max", "mini");
        var plant = new AssembledPlant(
                0,
                Horizon.from(LocalDate.of(2026, 11, 16)),
                builder.build(),
                offers,
                List.of("battery", "wheel"),
                List.of(),
                List.of(0, 0, 0),
                Map.of(),
                "sha256:none",
                List.of());
        var line = new Line(new int[ORDERS], new int[ORDERS], new int[ORDERS], new boolean[ORDERS], new Band[ORDERS]);
        var position = new long[ORDERS];
        Arrays.fill(line.notBefore(), 2);
        for (int order = 0; order < ORDERS; order++) {
            line.configuration()[order] = random.nextInt(3);
            line.promised()[order] = random.nextInt(5) == 0 ? Line.NONE : 2 + random.nextInt(WEEKS + 10);
            line.frozen()[order] = random.nextInt(10) == 0;
            line.band()[order] = BANDS.get(random.nextInt(BANDS.size()));
            position[order] = order + 1L + random.nextInt(3);
        }
        return new RunInput(plant, line, 2, position, UnitsThere.none(3));
    }

    private static String hash(RunInput input, PlanWish wish, List<Integer> agreeing) {
        return Hashes.ofInput(input, LinePack.plain(input), wish, agreeing);
    }

    @Test
    void what_is_packed_is_unpacked_and_plans_the_same() {
        RunInput input = input(7);
        byte[] packed = LinePack.pack(LinePack.plain(input));
        RunInput again = LinePack.unpack(packed, input.plant());
        assertArrayEquals(input.position(), again.position());
        PlanWish wish = PlanWish.USUAL;
        assertEquals(hash(input, wish, List.of()), hash(again, wish, List.of()));
        assertEquals(
                Hashes.ofResult(Outcomes.plain(input, wish, new int[0])),
                Hashes.ofResult(Outcomes.plain(again, wish, new int[0])));
        assertTrue(packed.length < ORDERS * 4, packed.length + " bytes");
    }

    @Test
    void whose_unit_is_there_is_packed_with_it_and_changes_no_line_without() {
        RunInput input = input(7);
        byte[] before = LinePack.plain(input);
        input.there().add(1, 5);
        input.there().add(1, 3);
        input.there().add(2, 0);
        assertNotEquals(Hashes.of(before), Hashes.of(LinePack.plain(input)));
        RunInput again = LinePack.unpack(LinePack.pack(LinePack.plain(input)), input.plant());
        assertArrayEquals(new int[] {0, 2, 1}, again.there().units());
        assertArrayEquals(new int[] {0, 5, 0}, again.there().furthest());
        assertArrayEquals(LinePack.plain(input), LinePack.plain(again));
        assertTrue(LinePack.unpack(LinePack.pack(before), input.plant()).there().isNone());
    }

    @Test
    void another_line_and_another_wish_have_other_hashes() {
        String one = hash(input(7), PlanWish.USUAL, List.of());
        assertNotEquals(one, hash(input(8), PlanWish.USUAL, List.of()));
        assertNotEquals(one, hash(input(7), PlanWish.USUAL, List.of(1)));
    }
}
