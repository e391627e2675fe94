package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// LINE is the lexicographic minimum of build weeks by position, frozen orders first.
class LineRuleTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 100_000);

    @Test
    void lineEqualsTheBruteForceOnAHundredThousandRandomPlants() {
        long placed = 0;
        long beyond = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.SOME);
            int[] week = Rule.LINE.plan(world.plant(), world.line()).week();
            var referee = new Referee(world);
            assertThat(week)
                    .as("seed %d replays it: -Dholdfast.plan.seed=%d -Dholdfast.plan.worlds=1", seed, seed)
                    .isEqualTo(referee.bruteForceLine());
            placed += Arrays.stream(week).filter(one -> one <= world.weeks()).count();
            beyond += Arrays.stream(week).filter(one -> one > world.weeks()).count();
        }
        System.out.printf("LINE: %d plants from seed %d, %d placed, %d beyond%n", WORLDS, FIRST_SEED, placed, beyond);
        assertThat(placed).as("worlds in which orders are placed").isGreaterThan(beyond / 10);
        assertThat(beyond).as("worlds in which supply runs out").isGreaterThan(placed / 10);
    }

    /// What is named as binding is short, or full, in the week before; nothing is named only where nothing holds.
    @Test
    void whatIsNamedAsBindingForbidsTheWeekBefore() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS / 10; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.NONE);
            Plan plan = Rule.LINE.plan(world.plant(), world.line());
            var referee = new Referee(world);
            int[] ahead = SmallWorld.unplaced(world.orders().size(), world.weeks() + 1);
            for (int order : world.turns(Rule.LINE)) {
                int week = plan.week()[order];
                int binding = plan.binding()[order];
                int earliest = Math.min(
                        world.weeks() + 1, Math.max(1, world.orders().get(order).notBefore()));
                if (binding == Plan.NOTHING) {
                    assertThat(week).as("seed %d, order %d", seed, order).isEqualTo(earliest);
                } else {
                    boolean isComponent = binding < world.components();
                    String what = isComponent
                            ? "component " + binding + " is short"
                            : "resource " + (binding - world.components()) + " is over";
                    ahead[order] = week - 1;
                    assertThat(referee.faults(ahead))
                            .as("seed %d, order %d", seed, order)
                            .anyMatch(fault -> fault.startsWith(what));
                }
                ahead[order] = week;
            }
        }
    }

    /// Two lead times of one component: each bill line alone would fit in week 3, both together do not.
    @Test
    void aComponentNeededAtSeveralLeadTimesIsCheckedCumulatively() {
        var plant = new PlantBuilder(5, 1, 1, 0)
                .need(0, 0, 1, 0)
                .need(0, 0, 1, 2)
                .receive(0, 1, 1)
                .receive(0, 4, 1)
                .build();

        assertThat(Rule.LINE.plan(plant, lineOf(1)).week()).containsExactly(4);
    }

    @Test
    void supplyBeforeTheStartIsStockFromThenOn() {
        var plant = new PlantBuilder(5, 1, 1, 0)
                .need(0, 0, 1, 3)
                .receive(0, -2, 1)
                .receive(0, 1, 1)
                .build();

        assertThat(Rule.LINE.plan(plant, lineOf(2)).week()).containsExactly(1, 4);
    }

    @Test
    void aNeedEarlierThanAllSupplyCannotBeMet() {
        var plant =
                new PlantBuilder(3, 1, 1, 0).need(0, 0, 1, 3).receive(0, 1, 9).build();

        Plan plan = Rule.LINE.plan(plant, lineOf(1));

        assertThat(plan.week()).containsExactly(plant.beyond());
        assertThat(plan.binding()).containsExactly(0);
    }

    static Line lineOf(int orders) {
        var promised = new int[orders];
        Arrays.fill(promised, Line.NONE);
        var band = new Band[orders];
        Arrays.fill(band, Band.KEEP);
        return new Line(new int[orders], promised, new int[orders], new boolean[orders], band);
    }
}
