package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a release frees goes to those who wait before it goes to a newcomer.
class SetAsideTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 5_000);

    @Test
    void aUnitFreedWhileSomebodyWaitsIsNotTheNewcomers() {
        Plant plant = new PlantBuilder(3, 2, 1, 0)
                .need(0, 0, 1, 0)
                .need(1, 0, 1, 0)
                .receive(0, 1, 2)
                .build();
        var line = new OpenLine(plant, new LineCounts(2, 3));
        line.take(0, 1);
        line.take(0, 1);
        assertThat(line.take(0, 1)).as("the third waits").isEqualTo(plant.beyond());

        line.release(0, 1);

        assertThat(line.quote(1, 1)).isEqualTo(plant.beyond());
        assertThat(line.remaining(1, 1)).isZero();
        line.release(0, 1);
        assertThat(line.take(1, 1))
                .as("one for who waits, one for the newcomer")
                .isEqualTo(1);
        assertThat(line.remaining(0, 1)).isZero();
    }

    @Test
    void whoeverWaitsForSomethingElseHoldsNothingBack() {
        Plant plant = new PlantBuilder(3, 2, 2, 0)
                .need(0, 0, 1, 0)
                .need(0, 1, 1, 0)
                .need(1, 0, 1, 0)
                .receive(0, 1, 2)
                .build();
        var line = new OpenLine(plant, new LineCounts(2, 3));

        assertThat(line.take(0, 1)).as("there is nothing of component 1").isEqualTo(plant.beyond());
        assertThat(line.take(1, 1)).isEqualTo(1);
        assertThat(line.remaining(1, 1)).isEqualTo(1);
    }

    /// Without capacity, which weeks do not lend to each other, this holds whatever turn those who wait are given.
    @Test
    void noNewcomerTakesWhatWouldHaveServedAnybodyWhoWaits() {
        long served = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.NONE);
            world.routes().clear();
            var line = new LiveLine(world, seed);
            for (int step = 0; step < 40; step++) {
                if (line.oneIn(3)) {
                    line.releaseAny();
                }
                List<Integer> waiting = waiting(line, new Random(seed + step));
                int[] before = serve(line, waiting);
                int week = line.take(line.anyConfiguration());
                int[] after = serve(line, waiting);
                assertThat(after).as("seed %d, step %d", seed, step).isEqualTo(before);
                served += week <= line.plant.weeks && !waiting.isEmpty() ? 1 : 0;
            }
        }
        System.out.printf("Set aside: %d newcomers were served past somebody who waits for something else%n", served);
        assertThat(served).isGreaterThan(WORLDS / 10);
    }

    private static List<Integer> waiting(LiveLine line, Random random) {
        var waiting = new ArrayList<Integer>();
        for (int k = 0; k < line.plant.configurations; k++) {
            waiting.addAll(Collections.nCopies(line.line.counts().waiting(k), k));
        }
        Collections.shuffle(waiting, random);
        return waiting;
    }

    /// The weeks that those who wait would get now, each in turn, nobody before the furthest week of its kind.
    private static int[] serve(LiveLine line, List<Integer> waiting) {
        var left = new Leftover(line.plant);
        for (int k = 0; k < line.plant.configurations; k++) {
            for (int week = 1; week <= line.plant.weeks; week++) {
                left.take(k, week, line.line.counts().built(k, week));
            }
        }
        return waiting.stream()
                .mapToInt(k -> {
                    int week = left.first(k, line.line.counts().waitsBehind(k));
                    if (week <= line.plant.weeks) {
                        left.take(k, week, 1);
                    }
                    return week;
                })
                .toArray();
    }
}
