package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Consent.State;
import dev.holdfast.launch.intake.Answer;
import dev.holdfast.launch.intake.Ask;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Answers that come while the clock takes silence for one, on two servers and one real database: with the guard off,
/// which has to go wrong, and with it on.
class ConsentRaceTest {
    private static final int FANS = 40;
    private static final String SLUG = "late";

    /// The date by which all were asked to answer, and the last instant before it.
    private static final Instant DUE = Instant.parse("2026-12-21T00:00:00Z");

    @Test
    void anAnswerAndTheSweeperNeverBothDecide() throws Exception {
        for (int round = 1; round <= 5; round++) {
            try (LaunchWorld world = new LaunchWorld()) {
                race(world);
                assertThat(decidedTwice(world)).isZero();
                assertThat(inconsistent(world)).isZero();
                assertThat(decided(world)).isEqualTo(FANS);
            }
        }
    }

    /// Whether two servers meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void withoutTheLockAnAnswerAndTheSweeperBothDecide() throws Exception {
        long twice = 0;
        for (int round = 1; round <= 20 && twice == 0; round++) {
            try (LaunchWorld world = new LaunchWorld()) {
                Unguarded.takeChecksAway(world.jdbc);
                world.lockless();
                race(world);
                twice = decidedTwice(world);
            }
        }
        assertThat(twice).isPositive();
    }

    @Test
    void theSameAnswerFromEveryDeviceAtOnceIsOneAnswerAndOneRefund() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            LaunchWorld.Server one = world.server();
            LaunchWorld.Server other = world.server();
            List<OrderId> orders = asked(world, one);
            List<Callable<Outcome>> acts = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                Launch launch = (i % 2 == 0 ? one : other).launch();
                acts.add(() -> launch.consent(orders.getFirst(), asker(0), false));
            }
            assertThat(Fans.atOnce(acts))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
            assertThat(count(world, "select count(*) from launch.refund")).isEqualTo(1);
            assertThat(count(world, "select count(*) from launch.consent where state = 'LEFT'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void aSweepThatIsKilledIsDoneOnceByTheNext() throws Exception {
        try (LaunchWorld world = new LaunchWorld();
                Connection holder = world.database().connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LaunchWorld.Server server = world.server();
            asked(world, server);
            int number = server.launch().number(SLUG);
            world.clock.set(DUE);
            holder.setAutoCommit(false);
            holder.createStatement().execute("select 1 from launch.line for update");
            Future<Answer> sweep = threads.submit(() -> server.lines().ask(number, new Ask.Sweep()));
            String waiting = " from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and datname = current_database() and query like '%launch.line%'";
            while (count(world, "select count(*)" + waiting) == 0) {
                Thread.onSpinWait();
            }
            count(world, "select count(pg_terminate_backend(pid))" + waiting);
            assertThatThrownBy(sweep::get).hasCauseInstanceOf(Problem.class);
            holder.rollback();
            assertThat(count(world, "select count(*) from launch.refund")).isZero();

            server.lines().ask(number, new Ask.Sweep());
            server.lines().ask(number, new Ask.Sweep());
            assertThat(count(world, "select count(*) from launch.refund")).isEqualTo(FANS);
            assertThat(count(world, "select count(*) from launch.consent where state = 'LEFT_BY_SILENCE'"))
                    .isEqualTo(FANS);
            assertThat(count(world, "select count(*) from launch.orders where live"))
                    .isZero();
        }
    }

    /// A locked order whose member was silent goes with its deposit. Whoever cancels it before the clock came
    /// round must not lose for that.
    @Test
    void whoCancelsBetweenTheEndOfTheirTimeAndTheSweepForfeitsNothing() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            LaunchWorld.Server server = world.server();
            world.open(server, SLUG, Showroom.SMALL, 0, 0, 0, 0, 1);
            Order order = Fans.done(server.launch().place(Fans.wish(SLUG, "fan-0", "key", "offer-1")));
            server.launch().receive("sandbox", Fans.deposit(order.id(), "payment-0"));
            server.launch().lock(order.id(), asker(0));
            long[] later = new long[15];
            later[14] = 1;
            world.resupply(server, SLUG, Map.of("offer-1", CurvesOnPaper.weekly(later)));
            world.clock.set(DUE);
            assertThat(server.launch().cancel(order.id(), asker(0), true)).isInstanceOf(Outcome.Done.class);
            assertThat(count(world, "select count(*) from launch.refund")).isEqualTo(1);
            assertThat(count(world, "select count(*) from launch.consent where state = 'LEFT_BY_SILENCE'"))
                    .isEqualTo(1);
        }
    }

    private static void race(LaunchWorld world) throws Exception {
        // Two servers never have quite the same time.
        HandClock behind = new HandClock();
        LaunchWorld.Server one = world.serverAt(behind);
        LaunchWorld.Server other = world.server();
        List<OrderId> orders = asked(world, one);
        int number = one.launch().number(SLUG);
        other.lines().look(number);
        behind.set(DUE.minusMillis(1));
        world.clock.set(DUE);
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            int fan = i;
            acts.add(() -> {
                quietly(() -> one.launch().consent(orders.get(fan), asker(fan), true));
                return true;
            });
        }
        acts.add(() -> {
            quietly(() -> other.lines().ask(number, new Ask.Sweep()));
            return true;
        });
        Fans.atOnce(acts);
        quietly(() -> other.lines().ask(number, new Ask.Sweep()));
    }

    /// Without its lock a server trips over what another wrote: whoever is told so did not decide.
    private static void quietly(Callable<?> act) {
        try {
            act.call();
        } catch (Exception told) {
            assertThat(told).isInstanceOf(RuntimeException.class);
        }
    }

    /// As many orders as fans, paid, and told a window so much later that silence cancels.
    private static List<OrderId> asked(LaunchWorld world, LaunchWorld.Server server) {
        world.open(server, SLUG, Showroom.SMALL, 0, 0, 0, 0, FANS);
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < FANS; i++) {
            Order order = Fans.done(server.launch().place(Fans.wish(SLUG, "fan-" + i, "key", "offer-1")));
            server.launch().receive("sandbox", Fans.deposit(order.id(), "payment-" + i));
            orders.add(order.id());
        }
        long[] later = new long[15];
        later[14] = FANS;
        world.resupply(server, SLUG, Map.of("offer-1", CurvesOnPaper.weekly(later)));
        assertThat(server.launch().order(orders.getFirst(), asker(0)).consent())
                .isNotNull()
                .extracting(Consent::state, Consent::answerBy)
                .containsExactly(State.ASKED, DUE);
        return orders;
    }

    private static Asker asker(int fan) {
        return new Asker("fan-" + fan, false);
    }

    private static long decided(LaunchWorld world) {
        return count(world, "select count(*) from launch.consent where state in ('KEPT', 'LEFT_BY_SILENCE')");
    }

    private static long decidedTwice(LaunchWorld world) {
        return count(world, """
                select count(*) from (
                  select order_id from launch.consent where state in ('KEPT', 'LEFT_BY_SILENCE')
                  group by order_id having count(*) > 1) twice
                """);
    }

    private static long inconsistent(LaunchWorld world) {
        return count(world, """
                select count(*) from launch.orders o
                where o.live <> exists (select from launch.consent c where c.order_id = o.id and c.state = 'KEPT')
                   or o.live = exists (select from launch.refund r where r.order_id = o.id)
                """);
    }

    private static long count(LaunchWorld world, String sql) {
        return world.jdbc.sql(sql).query(Long.class).single();
    }
}
