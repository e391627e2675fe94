package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The bound never lies above the exact linear program, and comes within a thousandth of it.
class LatenessBoundTest {
    private static final long FIRST_SEED = Long.getLong("holdfast.plan.seed", 1L);

    @BeforeAll
    static void loadTheSolver() {
        Loader.loadNativeLibraries();
    }

    @Test
    void theBoundIsNeverAboveTheLinearProgram() {
        int late = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 800; seed++) {
            SmallWorld before = SmallWorld.of(seed, SmallWorld.Promises.NONE);
            int[] promised = Rule.LINE.plan(before.plant(), before.line()).week();
            SmallWorld world = before.promising(promised).slipped(seed);
            double optimum = optimum(world);
            late += optimum > 0 ? 1 : 0;
            for (int iterations : new int[] {1, 10, 200}) {
                long lateness = lateness(world);
                var bound = LatenessBound.of(world.plant(), world.line(), lateness, iterations);
                assertThat(bound.value()).as("seed %d", seed).isBetween(0.0, optimum + 1e-6);
                assertThat(optimum).as("seed %d", seed).isLessThanOrEqualTo(lateness + 1e-6);
            }
        }
        assertThat(late).as("worlds in which somebody must be late").isGreaterThan(150);
    }

    @Test
    void theBoundComesWithinAThousandthOfTheLinearProgram() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + 4; seed++) {
            SmallWorld world = launch(seed);
            double optimum = optimum(world);
            var bound = LatenessBound.of(world.plant(), world.line(), lateness(world), LatenessBound.ITERATIONS);
            System.out.printf(
                    "seed %d: linear program %.2f, bound %.2f (%.4f %% below) in %d iterations, stay-put %d%n",
                    seed,
                    optimum,
                    bound.value(),
                    100 * (1 - bound.value() / optimum),
                    bound.iterations(),
                    lateness(world));
            assertThat(optimum).isPositive();
            assertThat(bound.value()).as("seed %d", seed).isBetween(optimum * 0.999, optimum + 1e-6);
        }
    }

    private static long lateness(SmallWorld world) {
        Plan plan = Rule.STAY_PUT.plan(world.plant(), world.line());
        return Figures.of(Rule.STAY_PUT, world.plant(), world.line(), plan).totalLatenessWeeks();
    }

    /// A launch of some size: 12 configurations of 30 components over 26 weeks, 1,500 orders, a slip after planning.
    static SmallWorld launch(long seed) {
        var random = new Random(seed);
        var needs = new ArrayList<SmallWorld.Need>();
        var receipts = new ArrayList<SmallWorld.Receipt>();
        var orders = new ArrayList<SmallWorld.Wanted>();
        var rooms = new ArrayList<SmallWorld.Room>();
        var routes = new ArrayList<SmallWorld.Route>();
        for (int configuration = 0; configuration < 12; configuration++) {
            for (int component = 0; component < 30; component++) {
                if (component < 5 || random.nextInt(4) == 0) {
                    needs.add(new SmallWorld.Need(configuration, component, 1 + random.nextInt(2), component % 5));
                }
            }
            routes.add(new SmallWorld.Route(configuration, 0));
        }
        for (int component = 0; component < 30; component++) {
            int weekly = component < 5 ? 130 : 55;
            for (int week = 1; week <= 26; week++) {
                receipts.add(new SmallWorld.Receipt(component, week - component % 5, random.nextInt(weekly)));
            }
        }
        for (int week = 1; week <= 26; week++) {
            rooms.add(new SmallWorld.Room(0, week, 90));
        }
        for (int order = 0; order < 1_500; order++) {
            orders.add(new SmallWorld.Wanted(random.nextInt(12), Line.NONE, 1, false, Band.KEEP));
        }
        var world = new SmallWorld(26, 12, 30, 1, needs, receipts, rooms, routes, orders);
        return world.promising(Rule.LINE.plan(world.plant(), world.line()).week())
                .slipped(seed);
    }

    /// The exact relaxation: orders of one kind are split over weeks in any fractions that supply and room allow.
    private static double optimum(SmallWorld world) {
        MPSolver solver = MPSolver.createSolver("GLOP");
        int beyond = world.weeks() + 1;
        List<SmallWorld.Wanted> kinds = world.orders().stream()
                .filter(order -> order.promised() != Line.NONE)
                .distinct()
                .toList();
        var share = new MPVariable[kinds.size()][beyond + 1];
        for (int kind = 0; kind < kinds.size(); kind++) {
            SmallWorld.Wanted wanted = kinds.get(kind);
            double count =
                    (double) world.orders().stream().filter(wanted::equals).count();
            MPConstraint all = solver.makeConstraint(count, count);
            for (int week = firstAlone(world, wanted); week <= beyond; week++) {
                share[kind][week] = solver.makeNumVar(0, count, "");
                all.setCoefficient(share[kind][week], 1);
                solver.objective().setCoefficient(share[kind][week], Math.max(0, week - wanted.promised()));
            }
        }
        addComponents(world, solver, kinds, share);
        addRooms(world, solver, kinds, share);
        solver.objective().setMinimization();
        assertThat(solver.solve()).isEqualTo(MPSolver.ResultStatus.OPTIMAL);
        double optimum = solver.objective().value();
        solver.delete();
        return optimum;
    }

    /// No plan builds a unit before the first week in which it could be built if it were the only one.
    private static int firstAlone(SmallWorld world, SmallWorld.Wanted wanted) {
        var alone = new Referee(world.ordering(List.of(wanted)));
        int week = Math.min(world.weeks() + 1, Math.max(1, wanted.notBefore()));
        while (!alone.accepts(new int[] {week})) {
            week++;
        }
        return week;
    }

    private static void addComponents(
            SmallWorld world, MPSolver solver, List<SmallWorld.Wanted> kinds, MPVariable[][] share) {
        for (int component = 0; component < world.components(); component++) {
            int which = component;
            var needs = world.needs().stream()
                    .filter(need -> need.component() == which)
                    .collect(Collectors.groupingBy(SmallWorld.Need::configuration));
            for (int until = -10; until <= world.weeks(); until++) {
                MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), supplied(world, component, until));
                for (int kind = 0; kind < kinds.size(); kind++) {
                    var ofKind = needs.getOrDefault(kinds.get(kind).configuration(), List.of());
                    for (int week = 1; week <= world.weeks() && !ofKind.isEmpty(); week++) {
                        if (share[kind][week] != null) {
                            row.setCoefficient(share[kind][week], used(ofKind, week, until));
                        }
                    }
                }
            }
        }
    }

    private static double supplied(SmallWorld world, int component, int until) {
        double supplied = 0;
        for (var receipt : world.receipts()) {
            supplied += receipt.component() == component && receipt.week() <= until ? receipt.quantity() : 0;
        }
        return supplied;
    }

    private static double used(List<SmallWorld.Need> needs, int week, int until) {
        double used = 0;
        for (var need : needs) {
            used += need.isNeededIn(week) && week - need.leadWeeks() <= until ? need.quantity() : 0;
        }
        return used;
    }

    private static void addRooms(
            SmallWorld world, MPSolver solver, List<SmallWorld.Wanted> kinds, MPVariable[][] share) {
        for (int resource = 0; resource < world.resources(); resource++) {
            for (int week = 1; week <= world.weeks(); week++) {
                int now = week;
                int where = resource;
                double room = world.rooms().stream()
                        .filter(one -> one.resource() == where && one.week() == now)
                        .mapToDouble(SmallWorld.Room::capacity)
                        .sum();
                MPConstraint row = solver.makeConstraint(-MPSolver.infinity(), room);
                for (int kind = 0; kind < kinds.size(); kind++) {
                    var route = new SmallWorld.Route(kinds.get(kind).configuration(), where);
                    if (share[kind][now] != null && world.routes().contains(route)) {
                        row.setCoefficient(share[kind][now], 1);
                    }
                }
            }
        }
    }
}
