package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// The bound beside the exact linear program on a launch of tens of thousands of orders. The program takes minutes, so
/// it
/// runs when it is asked for; the figures are in docs/planning.md.
@EnabledIfSystemProperty(named = "holdfast.plan.lp", matches = "\\d+")
class LargeBoundTest {
    private static final int CONFIGURATIONS = 50;
    private static final int COMPONENTS = 100;
    private static final int WEEKS = 52;
    private static final int ORDERS = 50_000;
    private static final int COMMON = 10;
    private static final long LATE_FROM = 12;

    private final MPSolver solver = solver();

    private static MPSolver solver() {
        Loader.loadNativeLibraries();
        return MPSolver.createSolver("GLOP");
    }

    @Test
    void theBoundComesWithinAThousandthOfALargeLinearProgram() {
        for (long seed = 1; seed <= Long.getLong("holdfast.plan.lp", 1); seed++) {
            Plant plant = plant(seed, false);
            int[] promised = Rule.LINE.plan(plant, line(seed, unpromised())).week();
            for (int order = 0; order < ORDERS; order++) {
                promised[order] = promised[order] > WEEKS ? Line.NONE : promised[order];
            }
            Plant slipped = plant(seed, true);
            Line line = line(seed, promised);
            Plan plan = Rule.STAY_PUT.plan(slipped, line);
            long lateness = Figures.of(Rule.STAY_PUT, slipped, line, plan).totalLatenessWeeks();
            long began = System.nanoTime();
            LatenessBound bound = LatenessBound.of(slipped, line, lateness, LatenessBound.ITERATIONS);
            double bounded = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            double optimum = optimum(slipped, line);
            System.out.printf(
                    "seed %d: linear program %.2f in %.1f s, bound %.2f in %.2f s (%.4f %% below), stay-put %d%n",
                    seed,
                    optimum,
                    (System.nanoTime() - began) / 1e9,
                    bound.value(),
                    bounded,
                    100 * (1 - bound.value() / optimum),
                    lateness);
            assertThat(optimum).isPositive().isLessThanOrEqualTo(lateness + 1e-3);
            assertThat(bound.value()).isBetween(optimum * 0.999, optimum * (1 + 1e-7));
        }
    }

    /// Ten parts that all share and ninety that one in four needs; after the slip five of them come two to five weeks
    /// late.
    private static Plant plant(long seed, boolean slips) {
        var random = new Random(seed);
        var builder = new PlantBuilder(WEEKS, CONFIGURATIONS, COMPONENTS, 1);
        var users = new int[COMPONENTS];
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            for (int component = 0; component < COMPONENTS; component++) {
                if (component < COMMON || random.nextInt(4) == 0) {
                    int quantity = 1 + random.nextInt(2);
                    builder.need(configuration, component, quantity, component % 5);
                    users[component] += quantity;
                }
            }
            builder.route(configuration, 0);
        }
        for (int component = 0; component < COMPONENTS; component++) {
            int weekly = (int) (1.15 * ORDERS / WEEKS * users[component] / CONFIGURATIONS);
            int late = slips && component % 20 == 3 ? 2 + random.nextInt(4) : 0;
            var receipts = new Random(seed * 1_000 + component);
            for (int week = 1; week <= WEEKS; week++) {
                int units = weekly / 2 + receipts.nextInt(weekly);
                builder.receive(component, (week > LATE_FROM ? week + late : week) - component % 5, units);
            }
        }
        for (int week = 1; week <= WEEKS; week++) {
            builder.capacity(0, week, (int) (1.1 * ORDERS / WEEKS));
        }
        return builder.build();
    }

    private static int[] unpromised() {
        var none = new int[ORDERS];
        Arrays.fill(none, Line.NONE);
        return none;
    }

    private static Line line(long seed, int[] promised) {
        var random = new Random(-seed);
        var configuration = new int[ORDERS];
        var band = new Band[ORDERS];
        var notBefore = new int[ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            configuration[order] = random.nextInt(1 + random.nextInt(CONFIGURATIONS));
            band[order] = Band.KEEP;
            notBefore[order] = 1;
        }
        return new Line(configuration, promised, notBefore, new boolean[ORDERS], band);
    }

    /// The least area between what is due and what is built, over all cumulative builds that supply and room allow.
    private double optimum(Plant plant, Line line) {
        solver.clear();
        var due = new long[CONFIGURATIONS][WEEKS + 1];
        for (int order = 0; order < ORDERS; order++) {
            for (int week = line.isPromised(order) ? line.promised()[order] : WEEKS + 1; week <= WEEKS; week++) {
                due[line.configuration()[order]][week]++;
            }
        }
        var stock = new Stock(plant);
        var built = new MPVariable[CONFIGURATIONS][WEEKS + 1];
        for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
            for (int week = 1; week <= WEEKS; week++) {
                double most = week < stock.first(configuration) ? 0 : (double) due[configuration][WEEKS];
                built[configuration][week] = solver.makeNumVar(0, most, "");
                MPVariable late = solver.makeNumVar(0, MPSolver.infinity(), "");
                solver.objective().setCoefficient(late, 1);
                MPConstraint area = solver.makeConstraint((double) due[configuration][week], MPSolver.infinity());
                area.setCoefficient(late, 1);
                area.setCoefficient(built[configuration][week], 1);
                if (week > 1) {
                    MPConstraint grows = solver.makeConstraint(0, MPSolver.infinity());
                    grows.setCoefficient(built[configuration][week], 1);
                    grows.setCoefficient(built[configuration][week - 1], -1);
                }
            }
        }
        addSupply(plant, built);
        addRoom(plant, built);
        solver.objective().setMinimization();
        assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
        return solver.objective().value();
    }

    /// Only at the ends of stretches without a receipt: what holds there holds before it.
    private void addSupply(Plant plant, MPVariable[][] built) {
        for (int component = 0; component < COMPONENTS; component++) {
            double supplied = 0;
            for (int column = 0; column < plant.columns; column++) {
                int at = component * plant.columns + column;
                supplied += plant.receipts[at];
                if (column + 1 == plant.columns || plant.receipts[at + 1] > 0) {
                    MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), supplied);
                    for (int configuration = 0; configuration < CONFIGURATIONS; configuration++) {
                        use(plant, configuration, component, column, row, built[configuration]);
                    }
                }
            }
        }
    }

    private static void use(
            Plant plant, int configuration, int component, int column, MPConstraint row, MPVariable[] built) {
        for (int need = plant.billStart[configuration]; need < plant.billStart[configuration + 1]; need++) {
            int week = Math.min(WEEKS, column - plant.billShift[need]);
            if (plant.billComponent[need] == component && week >= 1) {
                row.setCoefficient(built[week], row.getCoefficient(built[week]) + plant.billQuantity[need]);
            }
        }
    }

    private void addRoom(Plant plant, MPVariable[][] built) {
        for (int week = 1; week <= WEEKS; week++) {
            MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), (double) plant.capacity[week - 1]);
            for (MPVariable[] one : built) {
                row.setCoefficient(one[week], 1);
                if (week > 1) {
                    row.setCoefficient(one[week - 1], -1);
                }
            }
        }
    }
}
