package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Blocks of orders give the curves of a line at a tenth of the time, nearly.
class BlocksTest {
    private static final int ORDERS = 60_000;

    @Test
    void blocksOfOneAreTheLineItself() {
        for (long seed = 1; seed <= 200; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.SOME);
            Plant plant = world.plant();
            Line line = world.line();
            Blocks blocks = Blocks.of(plant, line, 1);

            assertThat(blocks.perWeek(Rule.LINE.plan(blocks.plant(), blocks.line())))
                    .as("seed %d", seed)
                    .isEqualTo(Builds.perWeek(plant, line, Rule.LINE.plan(plant, line)));
        }
    }

    @Test
    void everyOrderIsInOneBlockOfItsOwnClass() {
        for (long seed = 1; seed <= 200; seed++) {
            Line line = SmallWorld.of(seed, SmallWorld.Promises.SOME).line();
            Plant plant = SmallWorld.of(seed, SmallWorld.Promises.SOME).plant();
            for (int size = 2; size <= 4; size++) {
                Blocks blocks = Blocks.of(plant, line, size);
                assertThat(members(blocks, plant)).as("seed %d", seed).isEqualTo(orders(line, plant));
                assertThat(Arrays.stream(blocks.members()).min().orElse(1)).isPositive();
            }
        }
    }

    /// What a block costs in exactness, said aloud: on this plant of 60,000 orders, 20 configurations and
    /// shared parts.
    @Test
    void blocksOfTenMoveTheCurvesByLessThanATenthOfAWeek() {
        Plant plant = sharedParts(1);
        Line line = manyOrders(1);
        long[] exact = Builds.perWeek(plant, line, Rule.LINE.plan(plant, line));
        Blocks blocks = Blocks.of(plant, line, 10);
        long[] near = blocks.perWeek(Rule.LINE.plan(blocks.plant(), blocks.line()));

        double weeks = distance(plant, exact, near);
        System.out.printf("blocks of 10: the curves lie %.3f weeks apart, order by order%n", weeks);

        assertThat(Arrays.stream(near).sum()).isEqualTo(ORDERS);
        assertThat(weeks).isGreaterThan(0).isLessThan(0.1);
    }

    @Test
    void capacityForLessThanABlockIsNotLost() {
        var plant =
                new PlantBuilder(10, 1, 1, 1).need(0, 0, 1, 0).receive(0, 1, 40).route(0, 0);
        for (int week = 1; week <= 10; week++) {
            plant.capacity(0, week, 4);
        }
        Blocks blocks = Blocks.of(plant.build(), LineRuleTest.lineOf(40), 10);

        assertThat(Rule.LINE.plan(blocks.plant(), blocks.line()).week()).containsExactly(3, 5, 8, 10);
    }

    /// The area between two cumulative curves is what every order is moved by, summed.
    private static double distance(Plant plant, long[] one, long[] other) {
        int stride = plant.weeks + 2;
        long area = 0;
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            long ahead = 0;
            for (int week = 1; week <= plant.weeks; week++) {
                ahead += one[configuration * stride + week] - other[configuration * stride + week];
                area += Math.abs(ahead);
            }
        }
        return (double) area / ORDERS;
    }

    private static Plant sharedParts(long seed) {
        var random = new Random(seed);
        var plant = new PlantBuilder(60, 20, 40, 1);
        for (int configuration = 0; configuration < 20; configuration++) {
            for (int component = 0; component < 40; component++) {
                if (component < 8 || random.nextInt(4) == 0) {
                    plant.need(configuration, component, 1 + random.nextInt(2), random.nextInt(4));
                }
            }
            plant.route(configuration, 0);
        }
        for (int week = -3; week <= 60; week++) {
            for (int component = 0; component < 40; component++) {
                plant.receive(component, week, component < 8 ? 1_700 + random.nextInt(800) : 200 + random.nextInt(900));
            }
            plant.capacity(0, week, 1_103);
        }
        return plant.build();
    }

    private static Line manyOrders(long seed) {
        var random = new Random(seed);
        Line line = LineRuleTest.lineOf(ORDERS);
        for (int order = 0; order < ORDERS; order++) {
            line.configuration()[order] = Math.min(random.nextInt(20), random.nextInt(20));
        }
        return line;
    }

    private static int[] members(Blocks blocks, Plant plant) {
        var count = new int[plant.configurations];
        for (int block = 0; block < blocks.members().length; block++) {
            count[blocks.line().configuration()[block]] += blocks.members()[block];
        }
        return count;
    }

    private static int[] orders(Line line, Plant plant) {
        var count = new int[plant.configurations];
        for (int configuration : line.configuration()) {
            count[configuration]++;
        }
        return count;
    }
}
