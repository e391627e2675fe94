package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An earlier window is told only when it is earlier by enough, and no earlier than the runs before would have given
/// it.
///
/// Lines with promises at random, so that most could be built much earlier.
class SteadyTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 5_000);
    private static final int LEAST = 2;

    @Test
    void improvementsAreToldWhenTheyAreEnoughAndStable() {
        int told = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.RANDOM);
            int[] agreed = agreed(world, seed);
            int[] weeks = told(world, agreed);
            assertThat(hasty(world, weeks, agreed)).as("seed %d", seed).isEmpty();
            told += improved(world.line(), weeks).size();
        }
        assertThat(told).as("improvements told").isGreaterThan(WORLDS / 10);
    }

    @Test
    void anImprovementThatIsTooSmallIsFound() {
        SmallWorld world = withAnImprovement();
        int[] agreed = nobody(world);
        int[] weeks = told(world, agreed);
        int order = keep(world.line(), improved(world.line(), weeks));
        weeks[order] = world.line().promised()[order] - (LEAST - 1);

        assertThat(hasty(world, weeks, agreed)).containsExactly(order);
    }

    @Test
    void anImprovementThatTheRunsBeforeWouldNotHaveGivenIsFound() {
        SmallWorld world = withAnImprovement();
        int[] agreed = nobody(world);
        int[] weeks = told(world, agreed);
        int order = keep(world.line(), improved(world.line(), weeks));
        agreed[order] = weeks[order] + 1;

        assertThat(hasty(world, weeks, agreed)).containsExactly(order);
    }

    private static SmallWorld withAnImprovement() {
        return IntStream.iterate(1, seed -> seed + 1)
                .mapToObj(seed -> SmallWorld.of(seed, SmallWorld.Promises.RANDOM))
                .filter(world -> keep(world.line(), improved(world.line(), told(world, nobody(world)))) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /// The first of them that has no band of its own; -1 when there is none.
    private static int keep(Line line, List<Integer> orders) {
        return orders.stream()
                .filter(order -> line.band()[order] == Band.KEEP)
                .findFirst()
                .orElse(-1);
    }

    private static int[] told(SmallWorld world, int[] agreed) {
        Plant plant = world.plant();
        return Windows.of(plant, world.line(), Rule.STAY_PUT.plan(plant, world.line()), LEAST, agreed);
    }

    /// As if every run before had built it at once.
    private static int[] nobody(SmallWorld world) {
        var agreed = new int[world.orders().size()];
        Arrays.fill(agreed, 1);
        return agreed;
    }

    private static int[] agreed(SmallWorld world, long seed) {
        var random = new java.util.Random(seed);
        return IntStream.range(0, world.orders().size())
                .map(order -> 1 + random.nextInt(world.weeks() + 1))
                .toArray();
    }

    private static List<Integer> improved(Line line, int[] told) {
        return IntStream.range(0, told.length)
                .filter(order -> line.isPromised(order) && told[order] != Line.NONE)
                .filter(order -> told[order] < line.promised()[order])
                .boxed()
                .toList();
    }

    private static List<Integer> hasty(SmallWorld world, int[] told, int[] agreed) {
        Line line = world.line();
        return improved(line, told).stream()
                .filter(order -> {
                    int enough = line.band()[order] == Band.GAIN ? 1 : LEAST;
                    return line.promised()[order] - told[order] < enough || told[order] < agreed[order];
                })
                .toList();
    }
}
