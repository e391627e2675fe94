package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Promising again: every plan can be carried out, nobody overtakes, nobody has reason to envy.
class StayPutRuleTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 20_000);

    @Test
    void promisesOfALinePlanAreMadeAgainFairlyAfterASlip() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.NONE);
            int[] before = Rule.LINE.plan(world.plant(), world.line()).week();
            check(seed, world.promising(before).slipped(seed));
        }
    }

    @Test
    void anyPromisesAtAllAreMadeAgainFairly() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            check(seed, SmallWorld.of(seed, SmallWorld.Promises.RANDOM));
            check(seed, SmallWorld.of(seed, SmallWorld.Promises.SOME));
        }
    }

    @Test
    void withoutAChangeOfSupplyNoPromiseBreaks() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.NONE).plain();
            int[] before = Rule.LINE.plan(world.plant(), world.line()).week();
            SmallWorld promising = world.promising(before);
            Plan plan = Rule.STAY_PUT.plan(promising.plant(), promising.line());
            Figures figures = Figures.of(Rule.STAY_PUT, promising.plant(), promising.line(), plan);
            assertThat(figures.promisesBroken()).as("seed %d", seed).isZero();
        }
    }

    /// With components alone the promise is the only reason left to build later than the parts allow.
    @Test
    void compactionLeavesNoSupplyIdleThatAnOrderCouldUse() {
        long movable = 0;
        long movableWithCapacity = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.RANDOM).plain();
            int[] week = Rule.STAY_PUT.plan(world.plant(), world.line()).week();
            int count = movable(world, week);
            boolean mayFree = !world.routes().isEmpty() || world.changesBills();
            movable += mayFree ? 0 : count;
            movableWithCapacity += mayFree ? count : 0;
        }
        System.out.printf("Compaction leaves %d orders with capacity or changing bills movable%n", movableWithCapacity);
        assertThat(movable).isZero();
    }

    private static int movable(SmallWorld world, int[] week) {
        var referee = new Referee(world);
        int movable = 0;
        for (int order = 0; order < week.length; order++) {
            int was = week[order];
            week[order] = was - 1;
            movable += was > 1 && referee.accepts(week) && referee.overtakes(week) == 0 ? 1 : 0;
            week[order] = was;
        }
        return movable;
    }

    private static void check(long seed, SmallWorld world) {
        var plant = world.plant();
        Line line = world.line();
        int[] wish = Wishes.of(plant, line, new Classes(line));
        var referee = new Referee(world);

        int[] week = Rule.STAY_PUT.plan(plant, line).week();

        assertThat(referee.faults(week)).as("seed %d", seed).isEmpty();
        assertThat(referee.overtakes(week)).as("overtakes, seed %d", seed).isZero();
        assertThat(referee.envy(Rule.STAY_PUT, week, wish))
                .as("envy, seed %d", seed)
                .isZero();
        checkFigures(seed, world, Rule.STAY_PUT);
        checkFigures(seed, world, Rule.PROTECT_ALL);
    }

    /// The figures of the report, counted a second time by the referee.
    private static void checkFigures(long seed, SmallWorld world, Rule rule) {
        var plant = world.plant();
        Line line = world.line();
        var referee = new Referee(world);
        Plan plan = rule.plan(plant, line);
        Figures figures = Figures.of(rule, plant, line, plan);
        int[] wish = Wishes.of(plant, line, new Classes(line));

        assertThat(referee.faults(plan.week())).as("%s, seed %d", rule, seed).isEmpty();
        assertThat(figures.overtakes()).as("%s, seed %d", rule, seed).isEqualTo(referee.overtakes(plan.week()));
        assertThat(figures.envy()).as("%s, seed %d", rule, seed).isEqualTo(referee.envy(rule, plan.week(), wish));
    }
}
