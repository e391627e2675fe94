package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Intake's steps are the plan's steps, and every promise they give can be carried out.
class OpenLineTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 5_000);
    private static final int STEPS = 30;

    @Test
    void ordersTakenOneByOneGetTheWeeksOfOnePlan() {
        long placed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = withoutWishes(SmallWorld.of(seed, SmallWorld.Promises.NONE));
            int[] plan = Rule.LINE.plan(world.plant(), world.line()).week();
            var line = new LiveLine(world, seed);
            int[] taken = world.orders().stream()
                    .mapToInt(order -> line.take(order.configuration()))
                    .toArray();
            assertThat(taken).as("seed %d", seed).isEqualTo(plan);
            placed += Arrays.stream(taken).filter(week -> week <= world.weeks()).count();
        }
        assertThat(placed).isGreaterThan(WORLDS);
    }

    /// A plan's counts up to some order are a checkpoint: from there on only those behind have to be planned again.
    @Test
    void aLinePlannedOnFromACheckpointIsTheLinePlannedWhole() {
        long changed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = withoutWishes(SmallWorld.of(seed, SmallWorld.Promises.NONE));
            Plant plant = world.plant();
            var random = new Random(seed);
            int checkpoint = random.nextInt(world.orders().size() + 1);
            int[] before = Rule.LINE.plan(plant, world.line()).week();
            SmallWorld ahead = world.ordering(world.orders().subList(0, checkpoint));
            var plan = new Plan(Arrays.copyOf(before, checkpoint), new int[checkpoint]);
            var line = new OpenLine(
                    plant,
                    LineCounts.of(plant, ahead.line(), plan, plan.week(), UnitsThere.none(plant.configurations())));

            SmallWorld after = changedBehind(world, checkpoint, random);
            int[] whole = Rule.LINE.plan(plant, after.line()).week();

            for (int order = checkpoint; order < whole.length; order++) {
                assertThat(line.take(after.orders().get(order).configuration(), 1))
                        .as("order %d behind a checkpoint at %d, seed %d", order, checkpoint, seed)
                        .isEqualTo(whole[order]);
                changed += order >= before.length || whole[order] != before[order] ? 1 : 0;
            }
        }
        assertThat(changed).isGreaterThan(WORLDS);
    }

    /// The same line up to an order; of those behind it some are gone, and others have come.
    private static SmallWorld changedBehind(SmallWorld world, int checkpoint, Random random) {
        var orders = new ArrayList<>(world.orders().subList(0, checkpoint));
        for (var order : world.orders().subList(checkpoint, world.orders().size())) {
            if (random.nextInt(4) > 0) {
                orders.add(order);
            }
        }
        for (int more = random.nextInt(5); more > 0; more--) {
            int configuration = random.nextInt(world.configurations());
            orders.add(new SmallWorld.Wanted(configuration, Line.NONE, 1, false, Band.KEEP));
        }
        return world.ordering(orders);
    }

    @Test
    void whatIsLeftAfterEachTakeIsWhatTheSequentialEngineHasLeft() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            SmallWorld world = withoutWishes(SmallWorld.of(seed, SmallWorld.Promises.NONE));
            Plant plant = world.plant();
            var taking = new Taking(plant);
            var left = new Leftover(plant);
            for (var order : world.orders()) {
                int week = taking.first(order.configuration(), 1);
                taking.take(order.configuration(), week);
                if (week <= plant.weeks) {
                    left.take(order.configuration(), week, 1);
                }
                assertSameLeft(seed, plant, taking, left);
            }
        }
    }

    private static void assertSameLeft(long seed, Plant plant, Taking taking, Leftover left) {
        for (int configuration = 0; configuration < plant.configurations; configuration++) {
            for (int week = 1; week <= plant.weeks; week++) {
                assertThat(left.first(configuration, week))
                        .as("first from week %d, seed %d", week, seed)
                        .isEqualTo(taking.first(configuration, week));
                assertThat(left.last(configuration, 1, week))
                        .as("last up to week %d, seed %d", week, seed)
                        .isEqualTo(taking.last(configuration, 1, week));
            }
        }
    }

    @Test
    void whateverIsTakenReleasedAndKeptCanBeBuiltAndKeepsEveryPromise() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var line = new LiveLine(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            for (int step = 0; step < STEPS; step++) {
                step(seed, line);
                var referee = new Referee(line.counted());
                assertThat(referee.faults(line.buildWeeks()))
                        .as("seed %d, step %d", seed, step)
                        .isEmpty();
                assertBuiltByTheirPromise(seed, line);
            }
        }
    }

    @Test
    void unitsThatAreThereTakeNothingAndWhoLeavesLeavesTheirsToTheOthers() {
        long there = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var line = LiveLine.withUnits(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            var free = new OpenLine(line.plant, new LineCounts(line.plant.configurations, line.plant.weeks));
            for (int k = 0; k < line.plant.configurations; k++) {
                assertThat(line.line.quote(k, line.plant.weeks)).isEqualTo(free.quote(k, line.plant.weeks));
            }
            for (int step = 0; step < STEPS; step++) {
                step(seed, line);
                assertThat(new Referee(line.counted()).faults(line.buildWeeks()))
                        .as("seed %d, step %d", seed, step)
                        .isEmpty();
                assertBuiltByTheirPromise(seed, line);
                assertGoesOn(seed, line);
                for (int k = 0; k < line.plant.configurations; k++) {
                    int of = k;
                    assertThat((long) line.line.counts().live(k))
                            .isEqualTo(line.live.stream()
                                    .filter(order -> order.configuration() == of)
                                    .count());
                    there += line.line.counts().there(k);
                }
            }
        }
        assertThat(there).isGreaterThan(WORLDS);
    }

    private static void step(long seed, LiveLine line) {
        if (line.oneIn(3)) {
            line.releaseAny();
        } else if (line.oneIn(4)) {
            int configuration = line.anyConfiguration();
            int before = line.furthest[configuration];
            assertThat(line.keepAny()).as("seed %d", seed).isPositive();
            assertThat(line.furthest[configuration]).isGreaterThanOrEqualTo(before);
        } else {
            int configuration = line.anyConfiguration();
            int before = line.furthest[configuration];
            assertThat(line.take(configuration)).as("FIFO, seed %d", seed).isGreaterThanOrEqualTo(before);
        }
        if (line.oneIn(20) && line.thisWeek < line.plant.weeks) {
            line.thisWeek++;
        }
    }

    /// By every week as many are built as promised, so that in each class the builds can be handed out in time.
    private static void assertBuiltByTheirPromise(long seed, LiveLine line) {
        for (int configuration = 0; configuration < line.plant.configurations; configuration++) {
            int of = configuration;
            int built = line.line.counts().there(of);
            for (int week = 1; week <= line.plant.weeks; week++) {
                int until = week;
                built += line.line.counts().built(of, week);
                long promised = line.live.stream()
                        .filter(order -> order.configuration() == of && order.promised() <= until)
                        .count();
                assertThat((long) built).as("week %d, seed %d", week, seed).isGreaterThanOrEqualTo(promised);
            }
        }
    }

    @Test
    void aQuoteIsTheFirstWeekThatTheCountsLeaveWhenNobodyWaits() {
        long quoted = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var line = new LiveLine(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            for (int step = 0; step < STEPS / 3; step++) {
                step(seed, line);
                if (line.line.counts().nobodyWaits()) {
                    int configuration = line.anyConfiguration();
                    assertThat(line.line.quote(configuration, line.thisWeek))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(line.bruteForceQuote(configuration));
                    quoted++;
                }
            }
        }
        assertThat(quoted).isGreaterThan(WORLDS);
    }

    /// Which steps led to the counts, and what was worked out on the way, must not show.
    @Test
    void aLineGoesOnFromItsCountsAlone() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var line = new LiveLine(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            for (int step = 0; step < STEPS; step++) {
                step(seed, line);
                assertGoesOn(seed, line);
                if (line.oneIn(5)) {
                    line.line = line.line.copy();
                }
            }
        }
    }

    private static void assertGoesOn(long seed, LiveLine line) {
        var restored = new OpenLine(line.plant, line.line.counts().copy());
        for (int k = 0; k < line.plant.configurations; k++) {
            assertThat(line.line.quote(k, line.thisWeek))
                    .as("quote of %d, seed %d", k, seed)
                    .isEqualTo(restored.quote(k, line.thisWeek));
            assertThat(line.line.remaining(k, line.thisWeek))
                    .as("remaining of %d, seed %d", k, seed)
                    .isEqualTo(restored.remaining(k, line.thisWeek));
        }
    }

    @Test
    void asManyAreLeftAsCanStillBeTaken() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            var line = new LiveLine(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            for (int step = 0; step < STEPS; step++) {
                step(seed, line);
            }
            for (int k = 0; k < line.plant.configurations; k++) {
                OpenLine buyers = line.line.copy();
                long remaining = buyers.remaining(k, line.thisWeek);
                LineCounts before = line.line.counts().copy();
                int taken = 0;
                while (taken <= 500 && buyers.take(k, line.thisWeek) <= line.plant.weeks) {
                    taken++;
                }
                boolean exact = !severalLeadTimes(line.plant, k);
                assertThat(Math.clamp(remaining, 0L, 501L))
                        .as("remaining of %d, seed %d", k, seed)
                        .isBetween((long) taken, exact ? (long) taken : 501L);
                assertThat(line.line.counts()).as("a copy is driven alone").isEqualTo(before);
            }
        }
    }

    private static boolean severalLeadTimes(Plant plant, int configuration) {
        if (plant.changesBill(configuration)) {
            return false;
        }
        for (int at = plant.billStart[configuration] + 1; at < plant.billStart[configuration + 1]; at++) {
            if (plant.billComponent[at] == plant.billComponent[at - 1]) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aStepTakenElsewhereLeadsToTheSameLine() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS / 5; seed++) {
            var line = new LiveLine(SmallWorld.of(seed, SmallWorld.Promises.NONE), seed);
            var follower = new OpenLine(line.plant, new LineCounts(line.plant.configurations, line.plant.weeks));
            for (int step = 0; step < STEPS; step++) {
                int configuration = line.anyConfiguration();
                if (line.oneIn(3) && !line.live.isEmpty()) {
                    LiveLine.Live gone = line.live.removeFirst();
                    line.line.release(gone.configuration(), gone.promised());
                    follower.release(gone.configuration(), gone.promised());
                } else {
                    follower.taken(configuration, line.take(configuration));
                }
                assertThat(follower.counts()).as("seed %d", seed).isEqualTo(line.line.counts());
                assertThat(follower.quote(configuration, 1)).isEqualTo(line.line.quote(configuration, 1));
            }
        }
    }

    @Test
    void capacityOfPastWeeksIsGoneAndTheirSupplyInStock() {
        Plant plant = new PlantBuilder(3, 1, 1, 1)
                .need(0, 0, 1, 0)
                .receive(0, 1, 9)
                .route(0, 0)
                .capacity(0, 1, 5)
                .capacity(0, 2, 1)
                .capacity(0, 3, 2)
                .build();
        var line = new OpenLine(plant, new LineCounts(1, 3));

        assertThat(line.remaining(0, 1)).isEqualTo(8);
        assertThat(line.remaining(0, 2)).isEqualTo(3);
        assertThat(line.take(0, 2)).isEqualTo(2);
        assertThat(line.take(0, 2)).isEqualTo(3);
    }

    @Test
    void aKeptWeekIsBuiltJustInTimeAndReleasedWhole() {
        Plant plant = new PlantBuilder(4, 2, 1, 1)
                .need(0, 0, 1, 0)
                .need(1, 0, 1, 0)
                .receive(0, 1, 2)
                .route(0, 0)
                .capacity(0, 2, 1)
                .build();
        var line = new OpenLine(plant, new LineCounts(2, 4));

        assertThat(line.keep(0, 3, 1)).as("its own week, built in week 2").isEqualTo(3);
        assertThat(line.counts().built(0, 2)).isEqualTo(1);
        assertThat(line.quote(0, 1)).as("no room is left").isEqualTo(plant.beyond());
        line.release(0, 3);
        assertThat(line.take(1, 1)).isEqualTo(1);
        assertThat(line.keep(0, 1, 1)).as("not before its class").isEqualTo(3);
        assertThat(line.keep(0, 3, 1)).as("no week after it").isEqualTo(plant.beyond());
    }

    @Test
    void moreCannotBeReleasedThanWasTaken() {
        Plant plant =
                new PlantBuilder(2, 1, 1, 0).need(0, 0, 1, 0).receive(0, 1, 1).build();
        var line = new OpenLine(plant, new LineCounts(1, 2));
        line.take(0, 1);

        assertThatThrownBy(() -> line.release(0, plant.beyond())).isInstanceOf(IllegalStateException.class);
        line.release(0, 1);
        assertThatThrownBy(() -> line.release(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    /// Not-before is a wish that intake does not know, and frozen orders do not come one by one.
    static SmallWorld withoutWishes(SmallWorld world) {
        return world.ordering(world.orders().stream()
                .map(was -> new SmallWorld.Wanted(was.configuration(), Line.NONE, 1, false, Band.KEEP))
                .toList());
    }
}
