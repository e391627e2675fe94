package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Two servers on one line: each has to stand where the other one left it.
class SecondInstanceTest {
    /// More than twice what an instance follows before it reads everything anew: whoever looks follows twice.
    private static final int TOO_MANY = 2_100;

    private static final Asker OPERATOR = new Asker(Showroom.OPERATOR, true);

    @Test
    void anInstanceThatMissedMoreThanItCanFollowStandsWhereTheLineStands() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var busy = world.server();
            var idle = world.server();
            int launch = world.open(busy, "car", Showroom.SMALL, 4);
            idle.launch().look("car");
            commitNothing(world, launch, TOO_MANY);
            for (int i = 1; i <= 3; i++) {
                Fans.done(busy.launch().place(Fans.wish("car", "fan-" + i, "key", "offer-1")));
            }

            assertThat(idle.launch().look("car").offers().getFirst().remaining())
                    .isEqualTo(1);
            Order last = Fans.done(idle.launch().place(Fans.wish("car", "fan-last", "key", "offer-1")));
            assertThat(last.rank()).isEqualTo(4);
            assertThat(idle.launch().place(Fans.wish("car", "fan-late", "key", "offer-1")))
                    .isEqualTo(new Outcome.Refused(new Refusal.SoldOut("offer-1", true)));
        }
    }

    @Test
    void whatOneServerShowsIsWhatTheOtherGives() {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            world.open(servers.getFirst(), "car", Showroom.SMALL, 7, 0, 11, 3);
            List<OrderId> orders = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Launch shows = servers.get(i % 2).launch();
                Launch gives = servers.get((i + 1) % 2).launch();
                var shown = shows.look("car").offers().getFirst();
                if (shown.promise() == null) {
                    gives.cancel(orders.remove(i % orders.size()), OPERATOR, false);
                } else {
                    Order order = Fans.done(gives.place(Fans.wish("car", "fan-" + i, "key", "offer-1")));
                    assertThat(order.promise()).isEqualTo(shown.promise());
                    assertThat(shown.remaining()).isEqualTo(21L - orders.size());
                    orders.add(order.id());
                }
            }
        }
    }

    @Test
    void twoServersThatHammerOneLaunchKeepItsLineAndItsPromises() throws Exception {
        try (LaunchWorld world = new LaunchWorld()) {
            var servers = List.of(world.server(), world.server());
            Curve curve = CurvesOnPaper.weekly(100, 0, 250, 50, 200);
            world.open(servers.getFirst(), "car", Showroom.SMALL.withOffers(2), 100, 0, 250, 50, 200);
            List<Callable<Optional<Order>>> fans = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                Launch orders = servers.get(i % 2).launch();
                Launch pays = servers.get(i / 2 % 2).launch();
                int fan = i;
                fans.add(() -> fan(orders, pays, fan));
            }
            List<Order> acknowledged =
                    Fans.atOnce(fans).stream().flatMap(Optional::stream).toList();

            assertThat(Recount.positionsAreWithoutGapOrRepeat(world.jdbc)).isTrue();
            assertThat(Recount.live(world.jdbc).values())
                    .allSatisfy(live -> assertThat((long) live).isLessThanOrEqualTo(curve.total()));
            Launch launch = servers.getLast().launch();
            List<Order> book = launch.orders("car", null, 0, 2_000).orders();
            assertThat(book.stream().map(SecondInstanceTest::firstTold))
                    .containsExactlyInAnyOrderElementsOf(acknowledged.stream()
                            .map(SecondInstanceTest::firstTold)
                            .toList());
            promisesFollowTheCurve(book, curve);
            var line = launch.look("car").line();
            assertThat(line.positions()).isEqualTo(book.size());
            assertThat(line.placed()).isEqualTo(count(book, OrderState.PLACED));
            assertThat(line.held()).isEqualTo(count(book, OrderState.HELD));
        }
    }

    private static String firstTold(Order order) {
        return order.id() + " " + order.position() + " " + order.first();
    }

    /// Orders, pays twice and sometimes gives up.
    private static Optional<Order> fan(Launch orders, Launch pays, int number) {
        String member = "fan-" + number;
        Outcome outcome = orders.place(Fans.wish("car", member, "key", Showroom.offer(1 + number % 2)));
        if (!(outcome instanceof Outcome.Done done)) {
            return Optional.empty();
        }
        OrderId order = done.order().id();
        assertThat(pays.receive("sandbox", Fans.deposit(order, "payment-" + number)))
                .isEqualTo(Receipt.PLACED);
        assertThat(orders.receive("sandbox", Fans.deposit(order, "payment-" + number)))
                .isEqualTo(Receipt.REPEATED);
        if (number % 10 == 0) {
            Fans.done(pays.cancel(order, new Asker(member, false), false));
        }
        return Optional.of(done.order());
    }

    /// In the order in which they came in: the first week that reaches the rank, never before the one given last.
    private static void promisesFollowTheCurve(List<Order> book, Curve curve) {
        for (String offer : List.of("offer-1", "offer-2")) {
            LocalDate last = LocalDate.MIN;
            for (Order order : book) {
                if (order.offer().equals(offer)) {
                    LocalDate week = curve.reaches(order.rank()).orElseThrow();
                    last = week.isBefore(last) ? last : week;
                    assertThat(order.promise()).isEqualTo(Window.ofWeek(last));
                }
            }
        }
    }

    private static long count(List<Order> book, OrderState state) {
        return book.stream().filter(order -> order.state() == state).count();
    }

    /// Batches without an event, such as a sweep that only moves its cursor leaves.
    private static void commitNothing(LaunchWorld world, int launch, int batches) {
        world.jdbc.sql("""
                        insert into launch.journal (launch, sequence, at, events)
                        select l.launch, l.sequence + n, l.last_at, '[]'
                        from launch.line l, generate_series(1, :batches) as n where l.launch = :launch
                        """).param("launch", launch).param("batches", batches).update();
        world.jdbc
                .sql("update launch.line set sequence = sequence + :batches where launch = :launch")
                .param("launch", launch)
                .param("batches", batches)
                .update();
    }
}
