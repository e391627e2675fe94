package dev.holdfast.delivery.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.Fans;
import dev.holdfast.launch.LaunchWorld;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.OrderState;
import dev.holdfast.launch.Showroom;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What may be faulty is handed to nobody, from the moment on in which somebody said so.
class QuarantinesTest {
    private static final DeliveryWorld WORLD = new DeliveryWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void a_stopped_lot_stops_what_was_made_of_it_through_other_lots_and_what_is_made_of_it_later() {
        WORLD.open("stop", Showroom.SMALL, 9);
        WORLD.tell("stop", built("S-1", "pack:1"), built("S-2", "pack:2"), built("S-3", ""));
        part("stop", "cell:1", "pack:1");
        Quarantine stopped = WORLD.server.quarantines().stopLot("cell:1", "swells", "quality");
        assertThat(stopped.units()).isEqualTo(1);
        assertThat(quarantined()).containsExactlyInAnyOrder("S-1");
        WORLD.tell("stop", built("S-4", "pack:1"), built("S-5", "cell:1"));
        part("stop", "pack:2", "frame:1");
        part("stop", "cell:1", "pack:2");
        assertThat(quarantined()).containsExactlyInAnyOrder("S-1", "S-2", "S-4", "S-5");
        assertThat(WORLD.server.quarantines().releaseUnit("S-2", "quality")).isTrue();
        assertThat(WORLD.server.quarantines().releaseUnit("S-3", "quality")).isFalse();
        WORLD.tell("stop", built("S-6", ""));
        assertThat(quarantined()).containsExactlyInAnyOrder("S-1", "S-4", "S-5");
        Quarantine other = WORLD.server.quarantines().stopUnits(List.of("S-1", "S-6"), "smells", "quality");
        assertThat(other.lot()).isNull();
        Quarantine released = WORLD.server.quarantines().release(stopped.number(), "quality");
        assertThat(released.releasedAt()).isNotNull();
        assertThat(quarantined()).containsExactlyInAnyOrder("S-1", "S-6");
        assertThatThrownBy(() -> WORLD.server.quarantines().release(stopped.number(), "quality"))
                .isInstanceOfSatisfying(
                        Problem.class, one -> assertThat(one.code()).isEqualTo("quarantine_released"));
        assertThatThrownBy(() -> WORLD.server.quarantines().stopUnits(List.of("S-9"), "", "quality"))
                .hasMessageContaining("S-9");
    }

    @Test
    void an_order_whose_unit_is_stopped_gets_the_next_one_and_an_owner_keeps_theirs() {
        WORLD.open("next", Showroom.SMALL, 9);
        OrderId owner = WORLD.locked("next", "ann", "north");
        OrderId waiting = WORLD.locked("next", "bea", "north");
        WORLD.tell("next", built("N-1", "bad"), built("N-2", "bad"));
        WORLD.allocate("next");
        WORLD.tell("next", row("N-1", "ready"), row("N-2", "ready"), row("N-1", "delivered"));
        WORLD.allocate("next");
        assertThat(WORLD.unitsOf(List.of(owner, waiting))).containsExactly("N-1", "N-2");
        Quarantine stopped = WORLD.server.quarantines().stopLot("bad", "swells", "quality");
        assertThatThrownBy(() -> WORLD.tell("next", row("N-2", "delivered")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        one -> assertThat(one.faults().getFirst().reason()).contains("quarantine"));
        WORLD.allocate("next");
        assertThat(WORLD.unitsOf(List.of(owner, waiting))).containsExactly("N-1", "");
        assertThat(WORLD.state(owner)).isEqualTo(OrderState.DELIVERED);
        assertThat(WORLD.state(waiting)).isEqualTo(OrderState.LOCKED);
        assertThat(WORLD.server.quarantines().units(stopped.number(), 0, 9))
                .extracting(one -> one.serial() + " " + one.state() + " " + one.member())
                .containsExactly("N-1 DELIVERED ann", "N-2 READY bea");
        WORLD.tell("next", built("N-3", "good"));
        WORLD.allocate("next");
        assertThat(WORLD.unitsOf(List.of(waiting))).containsExactly("N-3");
        WORLD.server.quarantines().release(stopped.number(), "quality");
        OrderId third = WORLD.locked("next", "cid", "north");
        WORLD.allocate("next");
        assertThat(WORLD.unitsOf(List.of(third))).containsExactly("N-2");
    }

    /// Promises given again before would leave out whoever lost their unit.
    @Test
    void supply_is_told_once_who_lost_their_unit_is_back_in_line_and_again_when_telling_failed() {
        int number = WORLD.open("told", Showroom.SMALL, 9);
        OrderId order = WORLD.locked("told", "ann", "north");
        WORLD.tell("told", built("T-1", "worse"), built("T-2", "worse"));
        WORLD.allocate("told");
        Quarantine stopped = WORLD.server.quarantines().stopLot("worse", "swells", "quality");
        List<String> heard = new ArrayList<>();
        StoppedStore store = new StoppedStore(WORLD.server.jdbc());
        SupplyTeller teller = supplyTeller(store, heard::add);
        WORLD.server.round().give(number, "told");
        teller.tellAll();
        assertThat(heard).doesNotContain("told");
        WORLD.server.teller().tell(number);
        assertThat(WORLD.state(order)).isEqualTo(OrderState.LOCKED);
        assertThat(store.of(number)).containsExactly(Map.entry("offer-1", 2L));
        assertThatThrownBy(() -> supplyTeller(store, slug -> {
                            throw new IllegalStateException(slug);
                        })
                        .tellAll())
                .isInstanceOf(IllegalStateException.class);
        teller.tellAll();
        teller.tellAll();
        assertThat(heard).containsOnlyOnce("told");
        WORLD.server.quarantines().release(stopped.number(), "quality");
        WORLD.server.round().give(number, "told");
        WORLD.server.teller().tell(number);
        assertThat(store.of(number)).containsExactly(Map.entry("offer-1", 0L));
        teller.tellAll();
        assertThat(heard).filteredOn("told"::equals).hasSize(2);
    }

    private static SupplyTeller supplyTeller(StoppedStore store, Consumer<String> supply) {
        return new SupplyTeller(store, WORLD.server.launch().launch(), supply);
    }

    /// What the act says it stopped was not handed over, however close the two came.
    @Test
    void what_was_counted_as_stopped_was_not_handed_over() throws Exception {
        WORLD.open("race", Showroom.SMALL, 99);
        for (int round = 0; round < 8; round++) {
            assertThat(handedOverAfterAll("race", round, WORLD.server.quarantines()))
                    .isEmpty();
        }
    }

    /// Whether the two meet is up to the machine: the race is run until they do, twenty times at most.
    @Test
    void without_the_turn_something_is_handed_over_that_was_counted_as_stopped() throws Exception {
        WORLD.open("unguarded", Showroom.SMALL, 99);
        LaunchWorld.Server launch = WORLD.server.launch();
        Quarantines unguarded = WORLD.quarantines(launch, new Turn(launch.jdbc()) {
            @Override
            void change(int number) {}
        });
        boolean seen = false;
        for (int round = 0; round < 20 && !seen; round++) {
            seen = !handedOverAfterAll("unguarded", 100 + round, unguarded).isEmpty();
        }
        assertThat(seen).as("without the guard nothing went wrong either").isTrue();
    }

    /// Stops a lot while its four units are handed over one by one.
    ///
    /// @return what the act counted as not handed over, and was
    private static List<String> handedOverAfterAll(String slug, int round, Quarantines quarantines) throws Exception {
        List<String> serials =
                IntStream.range(0, 4).mapToObj(at -> "R-" + round + "-" + at).toList();
        for (String serial : serials) {
            WORLD.locked(slug, "fan-" + serial, "north");
        }
        serials.forEach(serial -> WORLD.tell(slug, built(serial, "lot-" + round)));
        WORLD.allocate(slug);
        serials.forEach(serial -> WORLD.tell(slug, row(serial, "ready")));
        AtomicReference<Quarantine> stopped = new AtomicReference<>();
        List<Callable<Boolean>> acts = new ArrayList<>();
        serials.forEach(serial -> acts.add(() -> handOver(slug, serial)));
        acts.add(2, () -> {
            stopped.set(quarantines.stopLot("lot-" + round, "swells", "quality"));
            return true;
        });
        Fans.atOnce(acts);
        return quarantines.units(stopped.get().number(), 0, 9).stream()
                .filter(one -> one.state() != UnitState.DELIVERED)
                .map(QuarantinedUnit::serial)
                .filter(serial -> WORLD.server.units().look(serial).unit().state() == UnitState.DELIVERED)
                .toList();
    }

    private static boolean handOver(String slug, String serial) {
        try {
            WORLD.tell(slug, row(serial, "delivered"));
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static Set<String> quarantined() {
        return Set.copyOf(WORLD.server.units().page("stop", null, 0, 99).stream()
                .filter(Unit::quarantined)
                .map(Unit::serial)
                .toList());
    }

    private static String built(String serial, String lots) {
        return serial + ",offer-1,built,2026-11-18T08:00:00Z,north," + lots;
    }

    private static String row(String serial, String state) {
        return serial + ",offer-1," + state + ",2026-11-19T08:00:00Z,north,";
    }

    private static void part(String slug, String lot, String made) {
        String events = """
                {"type": "EPCISDocument", "epcisBody": {"eventList": [{"type": "TransformationEvent",
                  "inputQuantityList": [{"epcClass": "urn:holdfast:lot:%s"}],
                  "outputQuantityList": [{"epcClass": "urn:holdfast:lot:%s"}]}]}}
                """.formatted(lot, made);
        WORLD.server.genealogy().tell(slug, events.getBytes(StandardCharsets.UTF_8), "plant");
    }
}
