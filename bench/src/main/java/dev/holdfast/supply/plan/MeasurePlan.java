package dev.holdfast.supply.plan;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/// Prints how long the rules take on the synthetic plant, cold and warm. Run it on named cores and a quiet machine.
public final class MeasurePlan {
    private static final int ROUNDS = 7;
    private static final long SEED = 1;

    private MeasurePlan() {}

    public static void main(String[] arguments) {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var synthetic = new SyntheticPlant(SEED, orders);
        Plant plant = synthetic.plant(false);
        Line line = synthetic.line(SyntheticPlant.noPromises(orders));
        say(
                "%,d orders, %d configurations, %d components, %d weeks, %.1f bill lines a unit, seed %d",
                orders,
                plant.configurations(),
                plant.components(),
                plant.weeks(),
                plant.billLines() / (double) plant.configurations(),
                SEED);
        Plan first = measure("line", () -> Rule.LINE.plan(plant, line));
        say("  %s", Figures.of(Rule.LINE, plant, line, first));

        int[] promised = first.week();
        Plant slipped = new SyntheticPlant(SEED, orders).plant(true);
        Line promisedLine = synthetic.line(promised);
        for (Rule rule : Rule.values()) {
            Plan again = measure(rule.label() + " after a slip", () -> rule.plan(slipped, promisedLine));
            say("  %s", Figures.of(rule, slipped, promisedLine, again));
            if (rule == Rule.STAY_PUT) {
                bound(slipped, promisedLine, again);
            }
            say("  build weeks moved: %.1f %%", 100.0 * moved(promised, again.week()) / orders);
        }
    }

    private static <T> T measure(String name, Supplier<T> work) {
        var seconds = new double[ROUNDS];
        T result = timed(work, seconds, 0);
        for (int round = 1; round < ROUNDS; round++) {
            result = timed(work, seconds, round);
        }
        double cold = seconds[0];
        var warm = Arrays.copyOfRange(seconds, 2, ROUNDS);
        Arrays.sort(warm);
        say(
                "%s: cold %.2f s; warm median %.2f s, from %.2f to %.2f s",
                name, cold, warm[warm.length / 2], warm[0], warm[warm.length - 1]);
        return result;
    }

    private static <T> T timed(Supplier<T> work, double[] seconds, int round) {
        long began = System.nanoTime();
        T result = work.get();
        seconds[round] = (System.nanoTime() - began) / 1e9;
        return result;
    }

    private static void bound(Plant plant, Line line, Plan plan) {
        long lateness = Figures.of(Rule.STAY_PUT, plant, line, plan).totalLatenessWeeks();
        for (int iterations : new int[] {300, 600, 1_200, 2_400, 4_800}) {
            long began = System.nanoTime();
            LatenessBound bound = LatenessBound.of(plant, line, lateness, iterations);
            say(
                    "  bound %,.1f after %d iterations in %.2f s: gap %.4f %%",
                    bound.value(), bound.iterations(), (System.nanoTime() - began) / 1e9, 100 * bound.gap(lateness));
        }
    }

    private static long moved(int[] before, int[] after) {
        long moved = 0;
        for (int order = 0; order < before.length; order++) {
            moved += before[order] == after[order] ? 0 : 1;
        }
        return moved;
    }

    @FormatMethod
    private static void say(@FormatString String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
