package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whoever is built later than promised is told what is short, and it is short: a week earlier the plan could not be
/// carried out for want of that very component or resource.
class ExplainedTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);
    private static final int WORLDS = Integer.getInteger("holdfast.plan.worlds", 5_000);

    @Test
    void whoIsLateIsToldWhatIsShort() {
        int late = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed++) {
            Slipped slipped = Slipped.of(seed);
            assertThat(slipped.unexplained(slipped.plan())).as("seed %d", seed).isEmpty();
            late += slipped.late(slipped.plan()).size();
        }
        assertThat(late).as("orders that are late").isGreaterThan(WORLDS / 4);
    }

    @Test
    void anOrderThatIsToldNothingIsFound() {
        Slipped slipped = Slipped.withSomebodyLate();
        Plan plan = slipped.plan();
        int order = slipped.late(plan).getFirst();
        plan.put(order, plan.week()[order], Plan.NOTHING);

        assertThat(slipped.unexplained(plan)).containsExactly(order);
    }

    /// A component that nobody needs is never what is short.
    @Test
    void anOrderThatIsToldTheWrongPartIsFound() {
        Slipped slipped = Slipped.withSomebodyLate();
        Plan plan = slipped.plan();
        int order = slipped.late(plan).getFirst();
        plan.put(order, plan.week()[order], slipped.world.components() + slipped.world.resources());

        assertThat(slipped.unexplained(plan)).containsExactly(order);
    }

    /// A line promised by LINE whose suppliers then slipped.
    private record Slipped(SmallWorld world) {
        static Slipped of(long seed) {
            SmallWorld world = SmallWorld.of(seed, SmallWorld.Promises.NONE);
            int[] before = Rule.LINE.plan(world.plant(), world.line()).week();
            return new Slipped(world.promising(before).slipped(seed));
        }

        static Slipped withSomebodyLate() {
            return IntStream.iterate(1, seed -> seed + 1)
                    .mapToObj(Slipped::of)
                    .filter(slipped -> !slipped.late(slipped.plan()).isEmpty())
                    .findFirst()
                    .orElseThrow();
        }

        Plan plan() {
            return Rule.STAY_PUT.plan(world.plant(), world.line());
        }

        List<Integer> late(Plan plan) {
            Line line = world.line();
            return IntStream.range(0, line.orders())
                    .filter(order -> line.isLate(order, plan.week()[order]))
                    .boxed()
                    .toList();
        }

        List<Integer> unexplained(Plan plan) {
            return late(plan).stream()
                    .filter(order -> !isShort(plan, order, plan.binding()[order]))
                    .toList();
        }

        private boolean isShort(Plan plan, int order, int binding) {
            int[] week = plan.week().clone();
            week[order]--;
            String name = binding < world.components()
                    ? "component " + binding + " "
                    : "resource " + (binding - world.components()) + " ";
            return binding != Plan.NOTHING
                    && new Referee(world).faults(week).stream().anyMatch(fault -> fault.startsWith(name));
        }
    }
}
