package dev.holdfast.delivery.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.holdfast.HandClock;
import dev.holdfast.delivery.unit.GivingStore.Passed;
import dev.holdfast.delivery.unit.UnitHistory.Giving;
import dev.holdfast.launch.Advance;
import dev.holdfast.launch.Asker;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.OrderHistory.StateChange;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Showroom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

/// Which unit is whose: in entry order, once, through damage, postponement and departure, and whoever dies.
class AllocatingTest {
    private static final DeliveryWorld WORLD = new DeliveryWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.world.clock.set(HandClock.NOON);
    }

    @Test
    void unitsGoInEntryOrderAndOrdersGoOnWithThem() {
        WORLD.open("goes", Showroom.SMALL, 9);
        List<OrderId> orders = fans("goes", 3);
        WORLD.tell("goes", built("GO-1"), built("GO-2"));
        WORLD.allocate("goes");
        assertThat(WORLD.unitsOf(orders)).containsExactly("GO-1", "GO-2", "");
        assertThat(orders)
                .extracting(WORLD::state)
                .containsExactly(OrderState.BUILT, OrderState.BUILT, OrderState.LOCKED);
        assertThat(causes(orders.getFirst())).containsExactly("unit_allocated", "unit_built");
        assertThat(WORLD.server.allocations().standings("goes"))
                .extracting(
                        Standing::held, Standing::waiting, Standing::free, Standing::lastHeld, Standing::firstWaiting)
                .containsExactly(tuple(2L, 1L, 0L, 2L, 3L));
        WORLD.tell("goes", "GO-1,offer-1,ready,2026-11-19T08:00:00Z,north,");
        WORLD.server.teller().tellAll();
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.READY);
        WORLD.tell("goes", "GO-1,offer-1,delivered,2026-11-19T09:00:00Z,,");
        WORLD.server.teller().tellAll();
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.DELIVERED);
        assertThat(causes(orders.getFirst())).endsWith("unit_ready", "handed_over");
        WORLD.tell("goes", built("GO-3"));
        WORLD.allocate("goes");
        assertThat(WORLD.unitsOf(orders)).containsExactly("GO-1", "GO-2", "GO-3");
    }

    @Test
    void whoeverIsNotLockedYetIsGivenNothing() {
        int launch = WORLD.open("unlocked", Showroom.SMALL, 9);
        var order = Fans.done(WORLD.server.launch().launch().place(Fans.wish("unlocked", "fan-1", "key", "offer-1")));
        WORLD.tell("unlocked", built("U-1"));
        WORLD.allocate("unlocked");
        assertThat(WORLD.unitOf(order.id())).isEmpty();
        WORLD.server.launch().launch().receive("sandbox", Fans.deposit(order.id(), "payment-" + order.id()));
        Fans.done(WORLD.server.launch().launch().lock(order.id(), new Asker("fan-1", false)));
        assertThat(WORLD.server.round().give(launch, "unlocked")).isEqualTo(new Round.Result(1, 0));
        assertThat(WORLD.server.round().give(launch, "unlocked")).isEqualTo(Round.Result.NOTHING);
    }

    @Test
    void whoLeavesGivesTheirUnitToTheNext() {
        WORLD.open("leaves", Showroom.SMALL, 9);
        List<OrderId> orders = fans("leaves", 2);
        WORLD.tell("leaves", built("L-1"));
        // Given and not told yet: it may still be cancelled.
        WORLD.server.round().give(WORLD.server.launch().launch().number("leaves"), "leaves");
        assertThat(WORLD.unitsOf(orders)).containsExactly("L-1", "");
        Fans.done(WORLD.server.launch().launch().cancel(orders.getFirst(), new Asker("fan-0", false), true));
        WORLD.allocate("leaves");
        assertThat(WORLD.unitsOf(orders)).containsExactly("", "L-1");
        assertThat(WORLD.server.units().look("L-1").givings())
                .extracting(Giving::order, Giving::given, Giving::cause)
                .containsExactly(
                        tuple(orders.get(0), true, "from_anywhere"),
                        tuple(orders.get(0), false, "order_left"),
                        tuple(orders.get(1), true, "from_anywhere"));
    }

    @Test
    void aDamagedUnitIsReplacedByTheNextFreeOneAndNobodyElseLosesTheirs() {
        WORLD.open("damaged", Showroom.SMALL, 9);
        List<OrderId> orders = fans("damaged", 3);
        WORLD.tell("damaged", built("D-1"), built("D-2"));
        WORLD.allocate("damaged");
        WORLD.tell("damaged", "D-1,offer-1,ready,2026-11-19T08:00:00Z,north,");
        WORLD.allocate("damaged");
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.READY);
        WORLD.tell("damaged", "D-1,offer-1,damaged,2026-11-19T09:00:00Z,,");
        WORLD.allocate("damaged");
        assertThat(WORLD.unitsOf(orders)).containsExactly("", "D-2", "");
        assertThat(orders)
                .extracting(WORLD::state)
                .containsExactly(OrderState.LOCKED, OrderState.BUILT, OrderState.LOCKED);
        WORLD.tell("damaged", built("D-3"), built("D-4"));
        WORLD.allocate("damaged");
        assertThat(WORLD.unitsOf(orders)).containsExactly("D-3", "D-2", "D-4");
        assertThat(causes(orders.getFirst()))
                .containsExactly(
                        "unit_allocated", "unit_built", "unit_ready", "unit_damaged", "unit_allocated", "unit_built");
    }

    @Test
    void aUnitThatIsDamagedAndReplacedAtOnceTakesTheOrderBackToWhereItsNewUnitIs() {
        WORLD.open("atonce", Showroom.SMALL, 9);
        List<OrderId> orders = fans("atonce", 1);
        WORLD.tell("atonce", built("A-1"), "A-1,offer-1,ready,2026-11-19T08:00:00Z,north,", built("A-2"));
        WORLD.allocate("atonce");
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.READY);
        WORLD.tell("atonce", "A-1,offer-1,damaged,2026-11-19T09:00:00Z,,");
        WORLD.allocate("atonce");
        assertThat(WORLD.unitsOf(orders)).containsExactly("A-2");
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.BUILT);
    }

    @Test
    void whoPostponesGivesTheirUnitAwayKeepsTheirPlaceAndComesBackOnTheDay() {
        WORLD.open("later", Showroom.SMALL, 9);
        List<OrderId> orders = fans("later", 3);
        WORLD.tell("later", built("P-1"), built("P-2"));
        WORLD.allocate("later");
        String until = "2026-12-01";
        WORLD.server.allocations().postpone(orders.getFirst(), until, new Asker("fan-0", false));
        WORLD.allocate("later");
        assertThat(WORLD.unitsOf(orders)).containsExactly("", "P-2", "P-1");
        assertThat(WORLD.state(orders.getFirst())).isEqualTo(OrderState.LOCKED);
        WORLD.tell("later", built("P-3"));
        WORLD.allocate("later");
        assertThat(WORLD.unitOf(orders.getFirst())).isEmpty();
        WORLD.world.clock.forward(Duration.ofDays(11));
        WORLD.allocate("later");
        assertThat(WORLD.unitsOf(orders)).containsExactly("P-3", "P-2", "P-1");
        assertThatThrownBy(
                        () -> WORLD.server.allocations().postpone(orders.getFirst(), until, new Asker("fan-1", false)))
                .hasMessageContaining("no order");
        assertThatThrownBy(() ->
                        WORLD.server.allocations().postpone(orders.getFirst(), "2026-11-30", new Asker("fan-0", false)))
                .hasMessageContaining("must be a day from");
    }

    @Test
    void whatWasGivenIsToldAgainByWhoeverComesAfterTheOneThatDied() {
        int launch = WORLD.open("dies", Showroom.SMALL, 9);
        List<OrderId> orders = fans("dies", 2);
        WORLD.tell("dies", built("X-1"), built("X-2"));
        WORLD.server.round().give(launch, "dies");
        // It told the first one, and died before it wrote that down.
        var steps = List.of(
                new Advance(orders.getFirst(), OrderState.SCHEDULED, "unit_allocated"),
                new Advance(orders.getFirst(), OrderState.BUILT, "unit_built"));
        WORLD.world.progress(WORLD.server.launch()).advance(launch, steps, "delivery");
        WORLD.server().teller().tellAll();
        assertThat(orders).extracting(WORLD::state).containsOnly(OrderState.BUILT);
        assertThat(causes(orders.getFirst())).containsExactly("unit_allocated", "unit_built");
        assertThat(WORLD.world
                        .jdbc
                        .sql("select count(*) from delivery.holding where due")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void withoutTheKeysTwoWhoReadTheSameStockGiveAUnitTwice() {
        try (DeliveryWorld unguarded = new DeliveryWorld()) {
            unguarded
                    .world
                    .jdbc
                    .sql("alter table delivery.holding drop constraint holding_pkey")
                    .update();
            assertThat(giveTwice(unguarded)).isEqualTo(2);
        }
    }

    @Test
    void theKeysRefuseTheSecondOfTwoWhoReadTheSameStock() {
        try (DeliveryWorld guarded = new DeliveryWorld()) {
            assertThatThrownBy(() -> giveTwice(guarded)).isInstanceOf(DuplicateKeyException.class);
        }
    }

    /// Two who read the same stock, each for another order.
    private static long giveTwice(DeliveryWorld world) {
        int launch = world.open("twice", Showroom.SMALL, 9);
        OrderId first = world.locked("twice", "fan-1", "north");
        OrderId second = world.locked("twice", "fan-2", "north");
        world.tell("twice", built("TW-1"));
        GivingStore store = new GivingStore(world.server.jdbc());
        long unit = store.stock(launch).getFirst().unit();
        for (OrderId order : List.of(first, second)) {
            store.give(launch, List.of(new Passed(unit, order, "north", "planted")), HandClock.NOON);
        }
        return world.world
                .jdbc
                .sql("select count(*) from delivery.holding where unit = ?")
                .param(unit)
                .query(Long.class)
                .single();
    }

    @Test
    void manyServersTogetherGiveWhatOneWouldGive() throws Exception {
        int launch = WORLD.open("many", Showroom.SMALL, 90);
        List<OrderId> orders = fans("many", 40);
        List<DeliveryWorld.Server> servers =
                IntStream.range(0, 4).mapToObj(number -> WORLD.server()).toList();
        List<String> rows = new ArrayList<>();
        for (int unit = 0; unit < 30; unit++) {
            rows.add(built("M-" + (10 + unit)));
        }
        WORLD.tell("many", rows.toArray(String[]::new));
        List<Callable<Round.Result>> rounds = new ArrayList<>();
        servers.forEach(server -> rounds.add(() -> server.round().give(launch, "many")));
        int given = Fans.atOnce(rounds).stream().mapToInt(Round.Result::given).sum();
        assertThat(given).isEqualTo(30);
        List<Callable<Integer>> tellers = new ArrayList<>();
        servers.forEach(server -> tellers.add(() -> {
            server.teller().tell(launch);
            return 0;
        }));
        Fans.atOnce(tellers);
        WORLD.server.teller().tellAll();
        assertThat(WORLD.unitsOf(orders.subList(0, 30)))
                .isEqualTo(IntStream.range(10, 40).mapToObj(unit -> "M-" + unit).toList());
        assertThat(WORLD.unitsOf(orders.subList(30, 40))).containsOnly("");
        assertThat(orders.subList(0, 30)).extracting(WORLD::state).containsOnly(OrderState.BUILT);
    }

    private static List<OrderId> fans(String slug, int number) {
        return IntStream.range(0, number)
                .mapToObj(fan -> WORLD.locked(slug, "fan-" + fan, "north"))
                .toList();
    }

    private static String built(String serial) {
        return serial + ",offer-1,built,2026-11-18T08:00:00Z,,";
    }

    private static List<String> causes(OrderId order) {
        return WORLD.server.launch().launch().order(order, new Asker("operator", true)).states().stream()
                .skip(3)
                .map(StateChange::cause)
                .toList();
    }
}
