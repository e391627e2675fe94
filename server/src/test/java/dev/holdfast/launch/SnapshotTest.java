package dev.holdfast.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.launch.LaunchDefinition.BeyondSupply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A line as a plan run reads it.
class SnapshotTest {
    private static final LaunchWorld WORLD = new LaunchWorld();
    private static final LaunchWorld.Server SERVER = WORLD.server();
    private static final Launch LAUNCH = SERVER.launch();
    private static final long FIRST = CurvesOnPaper.FIRST_WEEK.toEpochDay();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void noon() {
        WORLD.clock.set(HandClock.NOON);
    }

    @Test
    void itHoldsTheLiveOrdersInEntryOrderWithAllThatAPlanNeeds() {
        WORLD.open(SERVER, "car", Showroom.SMALL.withOffers(2).with(BeyondSupply.WAITLIST), 2, 1);
        Order one = order("car", "fan-1", "offer-1", "south", "store-1");
        Order gone = order("car", "fan-2", "offer-1", null, null);
        Order three = order("car", "fan-3", "offer-2", "north", null);
        Order four = order("car", "fan-4", "offer-1", "south", null);
        LAUNCH.cancel(gone.id(), new Asker("fan-2", false), false);
        Fans.done(LAUNCH.change(one.id(), new Asker("fan-1", false), "offer-2"));
        LAUNCH.receive("sandbox", Fans.deposit(three.id(), "payment-3"));

        LineSnapshot line = LAUNCH.snapshot("car", null);
        assertThat(ids(line)).containsExactly(three.id(), four.id(), one.id());
        assertThat(line.launch()).isEqualTo(LAUNCH.number("car"));
        assertThat(line.sequence()).isEqualTo(sequence(line.launch()));
        assertThat(line.offers()).containsExactly("offer-2", "offer-1");
        assertThat(line.offers().get(line.offer(2))).isEqualTo("offer-2");
        assertThat(line.regions().get(line.region(0))).isEqualTo("north");
        assertThat(line.transitWeeks(2)).isEqualTo(2);
        assertThat(line.stores().get(line.store(2))).isEqualTo("store-1");
        assertThat(line.store(0)).isEqualTo(LineSnapshot.NONE);
        assertThat(List.of(line.state(0), line.state(1))).containsExactly(OrderState.PLACED, OrderState.HELD);
        assertThat(List.of(line.position(0), line.position(2))).containsExactly(3L, 1L);
        assertThat(List.of(line.promised(0), line.promised(2))).containsExactly((int) FIRST, (int) FIRST + 14);
        assertThat(List.of(line.week(0), line.week(2))).containsExactly((int) FIRST, (int) FIRST);
    }

    @Test
    void itKnowsWhatAFanAgreedToAndHowOftenItSlippedSince() {
        WORLD.open(SERVER, "slipping", Showroom.SMALL.with(BeyondSupply.WAITLIST), 1, 1);
        order("slipping", "fan-1", "offer-1", null, null);
        Order second = order("slipping", "fan-2", "offer-1", null, null);
        order("slipping", "fan-3", "offer-1", null, null);
        supply("slipping", 1, 0, 1);
        supply("slipping", 1);
        supply("slipping", 1, 0, 0, 1);

        LineSnapshot line = LAUNCH.snapshot("slipping", null);
        assertThat(line.order(1)).isEqualTo(second.id());
        assertThat(List.of(line.slips(0), line.slips(1), line.slips(2))).containsExactly(0, 2, 0);
        assertThat(List.of(line.promised(1), line.promised(2))).containsExactly((int) FIRST + 21, LineSnapshot.NONE);
        assertThat(line.week(2)).isEqualTo(LineSnapshot.NONE);
    }

    @Test
    void aRunThatWasNeverPublishedIsNoneToLookBackTo() {
        WORLD.open(SERVER, "young", Showroom.SMALL, 1);
        assertThat(LAUNCH.snapshot("young", null).size()).isZero();
        assertThatThrownBy(() -> LAUNCH.snapshot("young", 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("unknown_plan"));
    }

    private static void supply(String slug, long... weekly) {
        WORLD.resupply(SERVER, slug, Map.of("offer-1", CurvesOnPaper.weekly(weekly)));
    }

    private static long sequence(int launch) {
        return WORLD.jdbc
                .sql("select sequence from launch.line where launch = :launch")
                .param("launch", launch)
                .query(Long.class)
                .single();
    }

    private static List<OrderId> ids(LineSnapshot line) {
        List<OrderId> ids = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            ids.add(line.order(i));
        }
        return ids;
    }

    private static Order order(
            String slug, String member, String offer, @Nullable String region, @Nullable String store) {
        return Fans.done(LAUNCH.place(new PlaceOrder(slug, member, "key", offer, region, store, null, null, null)));
    }
}
