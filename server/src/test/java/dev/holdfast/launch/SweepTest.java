package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.HandClock;
import dev.holdfast.launch.intake.Ask;
import dev.holdfast.launch.intake.OldJournal;
import dev.holdfast.launch.intake.Sweeper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What time does to holds, above all where a change moves an order to a later position.
class SweepTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();

    private final Launch launch = SERVER.launch();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void backToNoon() {
        WORLD.clock.set(HandClock.NOON);
    }

    @Test
    void aHoldThatMovedBehindLaterOnesEndsInTimeAndTakesNobodyAlong() {
        int number = WORLD.open(SERVER, "moved", Showroom.SMALL.withOffers(2).changesLosePosition(), 100);
        Order moved = order("moved", "fan-1");
        WORLD.clock.forward(Duration.ofMinutes(10));
        List<Order> later = List.of(order("moved", "fan-2"), order("moved", "fan-3"));
        assertThat(Fans.done(launch.change(moved.id(), asker("fan-1"), "offer-2"))
                        .position())
                .isEqualTo(4);

        WORLD.clock.forward(Duration.ofMinutes(6));
        SERVER.lines().ask(number, new Ask.Sweep());
        assertThat(state(moved)).isEqualTo(OrderState.EXPIRED);
        assertThat(later).allSatisfy(order -> assertThat(state(order)).isEqualTo(OrderState.HELD));

        WORLD.clock.forward(Duration.ofMinutes(10));
        SERVER.lines().ask(number, new Ask.Sweep());
        assertThat(later).allSatisfy(order -> assertThat(state(order)).isEqualTo(OrderState.EXPIRED));
    }

    @Test
    void aHoldWhoseTimeIsUpCannotBeProlongedByChangingIt() {
        WORLD.open(SERVER, "prolonged", Showroom.SMALL.withOffers(2).changesLosePosition(), 100);
        Order order = order("prolonged", "fan-1");
        WORLD.clock.forward(Showroom.PAY_WITHIN);
        assertThat(launch.change(order.id(), asker("fan-1"), "offer-2"))
                .isEqualTo(new Outcome.Refused(new Refusal.WrongState(OrderState.EXPIRED, "change")));
    }

    @Test
    void aClockThatJumpsBackDatesNobodyBeforeTheOrderInFront() {
        WORLD.open(SERVER, "backwards", Showroom.SMALL, 100);
        Order first = order("backwards", "fan-1");
        WORLD.clock.forward(Duration.ofDays(-30));
        Order second = order("backwards", "fan-2");
        assertThat(second.heldAt()).isEqualTo(first.heldAt());
        assertThat(second.payBefore()).isEqualTo(first.payBefore());
        assertThat(second.promise()).isEqualTo(first.promise());
    }

    @Test
    void aClockThatJumpsAheadEndsHoldsAndAPaymentBringsThemBack() {
        int number = WORLD.open(SERVER, "ahead", Showroom.SMALL, 100);
        Order order = order("ahead", "fan-1");
        order("ahead", "fan-2");
        WORLD.clock.forward(Duration.ofDays(30));
        SERVER.lines().ask(number, new Ask.Sweep());
        assertThat(state(order)).isEqualTo(OrderState.EXPIRED);
        assertThat(launch.receive("sandbox", Fans.deposit(order.id(), "ahead-1")))
                .isEqualTo(Receipt.PLACED);
        Order again = launch.order(order.id(), asker("fan-1")).order();
        assertThat(again.state()).isEqualTo(OrderState.PLACED);
        assertThat(again.position()).isEqualTo(1);
        assertThat(again.entered()).isEqualTo(3);
    }

    @Test
    void aLateDepositForAnOfferNoLongerSoldGoesBack() {
        Showroom showroom = Showroom.SMALL.withOffers(2);
        int number = WORLD.open(SERVER, "withdrawn", showroom, 100);
        Order order = Fans.done(launch.place(Fans.wish("withdrawn", "fan-1", "key", "offer-2")));
        WORLD.clock.forward(Showroom.PAY_WITHIN);
        SERVER.lines().ask(number, new Ask.Sweep());
        launch.define("withdrawn", showroom.withOffers(1).definition(), Showroom.OPERATOR);
        assertThat(launch.receive("sandbox", Fans.deposit(order.id(), "withdrawn-1")))
                .isEqualTo(Receipt.RETURNED);
    }

    @Test
    void aLineThatCannotBeSweptDoesNotKeepTheOthersFromIt() throws Exception {
        int broken = WORLD.open(SERVER, "broken", Showroom.SMALL, 100);
        WORLD.open(SERVER, "sound", Showroom.SMALL, 100);
        order("broken", "fan-1");
        Order order = order("sound", "fan-1");
        WORLD.jdbc
                .sql("delete from launch.line where launch = :launch")
                .param("launch", broken)
                .update();
        WORLD.clock.forward(Showroom.PAY_WITHIN);
        try (Sweeper sweeper =
                new Sweeper(WORLD.jdbc, SERVER.lines(), SERVER.plans(), new OldJournal(WORLD.jdbc, WORLD.clock))) {
            sweeper.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (state(order) != OrderState.EXPIRED && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        }
        assertThat(state(order)).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    void whoLowersTheLimitIsNotOutwittedByGivingOneUpAndTakingAnother() throws Exception {
        Showroom showroom = Showroom.SMALL.withLimit(3);
        int number = WORLD.open(SERVER, "lowered", showroom, 100);
        List<OrderId> held = List.of(
                order("lowered", "fan-1", "a").id(),
                order("lowered", "fan-1", "b").id(),
                order("lowered", "fan-1", "c").id());
        launch.define("lowered", showroom.withLimit(1).definition(), Showroom.OPERATOR);
        List<Outcome> outcomes = WORLD.inOneBatch(
                SERVER,
                number,
                List.of(
                        () -> launch.cancel(held.get(0), asker("fan-1"), false),
                        () -> launch.place(Fans.wish("lowered", "fan-1", "d", "offer-1"))));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
    }

    private Order order(String slug, String member) {
        return order(slug, member, "key");
    }

    private Order order(String slug, String member, String key) {
        return Fans.done(launch.place(Fans.wish(slug, member, key, "offer-1")));
    }

    private OrderState state(Order order) {
        return launch.order(order.id(), asker(order.member())).order().state();
    }

    private static Asker asker(String member) {
        return new Asker(member, false);
    }
}
