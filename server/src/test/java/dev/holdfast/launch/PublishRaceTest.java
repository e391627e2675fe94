package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Plans published into a rush, on two servers and one real database.
class PublishRaceTest {
    private static final int FANS = 3_000;
    private static final int PLANS = 6;

    @Test
    void plansPublishedIntoARushLoseNobodyAndPromiseNothingTwice() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            Launch planner = servers.getFirst().launch();
            int launch = world.open(
                    servers.getFirst(), "car", Showroom.SMALL.withOffers(2).with(BeyondSupply.WAITLIST), weekly(0));
            int runs = 0;
            List<Published> published = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<Optional<Order>>> rush = threads.submit(() -> Fans.atOnce(fans(servers)));
                while (!rush.isDone() || published.size() < PLANS) {
                    publish(world, planner, ++runs).ifPresent(published::add);
                }
                assertThat(rush.get()).hasSize(FANS);
            }
            assertThat(published).anyMatch(each -> each.touched() > 0);
            assertThat(published).allMatch(each -> each.later() + each.earlier() + each.reached() >= 0);
            keepsTheRules(servers.getLast().launch(), runs);
            assertThat(Recount.positionsAreWithoutGapOrRepeat(world.jdbc)).isTrue();
            assertThat(planner.planInForce(launch)).contains(runs);
        }
    }

    @Test
    void ofTwoPlannersAtTheSameMomentExactlyOneWins() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            waitingLine(world, servers);
            for (int round = 0; round < 10; round++) {
                assertThat(winners(world, servers, round)).isEqualTo(1);
            }
        }
    }

    /// Whether two planners meet is up to the machine: it is tried until they do, a hundred times at most.
    @Test
    void withoutTheLockOfTheLineBothOfThemWin() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            world.unguarded();
            world.jdbc
                    .sql("alter table launch.publication drop constraint publication_launch_sequence_key")
                    .update();
            var servers = List.of(world.server(), world.server());
            waitingLine(world, servers);
            boolean both = false;
            for (int round = 0; round < 100 && !both; round++) {
                both = winners(world, servers, round) == 2;
            }
            assertThat(both).isTrue();
        }
    }

    private static void waitingLine(LaunchWorld world, List<LaunchWorld.Server> servers) {
        world.open(servers.getFirst(), "car", Showroom.SMALL.with(BeyondSupply.WAITLIST), 10);
        for (int i = 0; i < 50; i++) {
            Fans.done(servers.get(i % 2).launch().place(Fans.wish("car", "fan-" + i, "key", "offer-1")));
        }
    }

    /// How many of two who plan on the same snapshot publish.
    private static int winners(LaunchWorld world, List<LaunchWorld.Server> servers, int round) throws Exception {
        LineSnapshot line = servers.getFirst().launch().snapshot("car", null);
        List<Callable<Integer>> planners = new ArrayList<>();
        for (int who = 0; who < 2; who++) {
            int run = 1 + 2 * round + who;
            Launch server = servers.get(who).launch();
            planners.add(() -> publish(world, server, line, run).isPresent() ? 1 : 0);
        }
        return Fans.atOnce(planners).stream().mapToInt(won -> won).sum();
    }

    private static long[] weekly(int run) {
        return new long[] {100 + 10L * (run % 3), 50L * (run % 2), 200, 30L * (run % 4), 300, 0, 500};
    }

    private static Optional<Published> publish(LaunchWorld world, Launch planner, int run) {
        return publish(world, planner, planner.snapshot("car", null), run);
    }

    private static Optional<Published> publish(LaunchWorld world, Launch planner, LineSnapshot line, int run) {
        Curve curve = CurvesOnPaper.weekly(weekly(run));
        Map<String, Curve> curves = Map.of("offer-1", curve, "offer-2", curve);
        PlanOnPaper plan = PlanOnPaper.of(line, curves, CurvesOnPaper.FIRST_WEEK.minusWeeks(1));
        world.supplies.plan(line.launch(), run, plan.line());
        try {
            planner.stage(line.launch(), run, plan.moves().iterator());
            return Optional.of(planner.publish(
                    line.launch(), run, line.sequence(), () -> world.supplies.write(line.launch(), curves)));
        } catch (Problem stale) {
            assertThat(stale.code()).isEqualTo("plan_stale");
            return Optional.empty();
        }
    }

    private static List<Callable<Optional<Order>>> fans(List<LaunchWorld.Server> servers) {
        List<Callable<Optional<Order>>> fans = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            Launch orders = servers.get(i % 2).launch();
            Launch acts = servers.get(i / 2 % 2).launch();
            int fan = i;
            fans.add(() -> fan(orders, acts, fan));
        }
        return fans;
    }

    /// Orders, pays, and sometimes changes or gives up.
    private static Optional<Order> fan(Launch orders, Launch acts, int number) {
        String member = "fan-" + number;
        String region = number % 3 == 0 ? "south" : null;
        PlaceOrder wish =
                new PlaceOrder("car", member, "key", Showroom.offer(1 + number % 2), region, null, null, null, null);
        Order order = Fans.done(orders.place(wish));
        Asker asker = new Asker(member, false);
        acts.receive("sandbox", Fans.deposit(order.id(), "payment-" + number));
        if (number % 7 == 0) {
            Fans.done(acts.change(order.id(), asker, Showroom.offer(1 + (number + 1) % 2)));
        }
        if (number % 10 == 0) {
            Fans.done(acts.cancel(order.id(), asker, false));
        } else if (number % 9 == 0) {
            Fans.done(acts.lock(order.id(), asker));
        }
        return Optional.of(order);
    }

    private static void keepsTheRules(Launch launch, int run) {
        List<Order> live = new ArrayList<>();
        for (long after = 0; after < FANS; after += 1_000) {
            launch.orders("car", null, after, 1_000).orders().stream()
                    .filter(Order::live)
                    .forEach(live::add);
        }
        Curve curve = CurvesOnPaper.weekly(weekly(run));
        for (String offer : List.of("offer-1", "offer-2")) {
            List<Order> line = live.stream()
                    .filter(order -> order.offer().equals(offer))
                    .sorted(Comparator.comparingLong(Order::entered))
                    .toList();
            nobodyOvertakes(line);
            nothingIsPromisedTwice(line, curve);
            assertThat(launch.look("car").offers().stream()
                            .filter(view -> view.offer().id().equals(offer)))
                    .allMatch(view -> view.remaining() == null || view.remaining() == curve.total() - line.size());
        }
    }

    private static void nobodyOvertakes(List<Order> line) {
        LocalDate last = LocalDate.MIN;
        for (Order order : line) {
            if (order.promise() != null) {
                assertThat(week(order)).as("entered as %s", order.entered()).isAfterOrEqualTo(last);
                last = week(order);
            }
        }
    }

    private static void nothingIsPromisedTwice(List<Order> line, Curve curve) {
        TreeMap<LocalDate, Long> weeks = new TreeMap<>();
        line.stream()
                .filter(order -> order.promise() != null)
                .forEach(order -> weeks.merge(week(order), 1L, Long::sum));
        long promised = 0;
        for (Map.Entry<LocalDate, Long> week : weeks.entrySet()) {
            promised += week.getValue();
            long units = 0;
            for (int i = 0; i < curve.weeks().size() && !curve.weeks().get(i).isAfter(week.getKey()); i++) {
                units = curve.cumulative().get(i);
            }
            assertThat(promised).as("until %s", week.getKey()).isLessThanOrEqualTo(units);
        }
    }

    private static LocalDate week(Order order) {
        return Objects.requireNonNull(order.promise()).from().minusWeeks("south".equals(order.region()) ? 2 : 0);
    }
}
