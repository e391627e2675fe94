package dev.holdfast.delivery.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.HandClock;
import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.launch.OrderId;
import dev.holdfast.launch.Showroom;
import dev.holdfast.supply.MasterRows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a plant says of units: taken whole or not at all, never overwritten, and found again from a lot.
class UnitsTest {
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
    void aUnitsHistoryGrowsRowByRowAndTheSameFileOnceMoreChangesNothing() {
        WORLD.open("grows", Showroom.SMALL, 9);
        String[] rows = {
            "G-1,offer-1,built,2026-11-18T08:00:00Z,,",
            "G-1,offer-1,inspected,2026-11-18T09:00:00Z,,",
            "G-1,offer-1,shipped,2026-11-19T09:00:00Z,south,"
        };
        assertThat(WORLD.tell("grows", rows)).isEqualTo(new UnitsTold(3, 1, 3, 0));
        UnitHistory unit = WORLD.server.units().look("G-1");
        assertThat(unit.unit().region()).isEqualTo("south");
        assertThat(unit.steps())
                .extracting(UnitHistory.Step::state)
                .containsExactly(UnitState.BUILT, UnitState.INSPECTED, UnitState.SHIPPED);
        assertThat(WORLD.tell("grows", rows[2])).isEqualTo(new UnitsTold(1, 0, 0, 1));
        assertThat(WORLD.server.units().look("G-1").steps()).hasSize(3);
    }

    @Test
    void everyFaultIsNamedWithItsLineAndColumnAndNothingIsKept() {
        WORLD.open("faults", Showroom.SMALL, 9);
        WORLD.tell("faults", "F-0,offer-1,built,2026-11-18T08:00:00Z,,");
        assertThat(faults("faults", """
                serial,configuration,state,at,region,scheme
                F-1,offer-1,built,2026-11-18T08:00:00Z,,
                F-2,offer-9,built,2026-11-18T08:00:00Z,,
                F-3,offer-1,painted,2026-11-18T08:00:00Z,,
                F-4,offer-1,built,yesterday,,
                F-5,offer-1,built,2026-11-21T08:00:00Z,,
                F-6,offer-1,built,2026-11-18T08:00:00Z,moon,
                1M8GDM9A1KP042788,offer-1,built,2026-11-18T08:00:00Z,,vin
                F 8,offer-1,built,2026-11-18T08:00:00Z,,
                """))
                .extracting(fault -> fault.line() + " " + fault.where())
                .containsExactly("3 configuration", "4 state", "5 at", "6 at", "7 region", "8 serial", "9 serial");
        assertThat(faults("faults", """
                serial,configuration,state,at
                F-1,offer-1,built,2026-11-18T08:00:00Z
                F-1,offer-1,ready,2026-11-18T09:00:00Z
                F-1,offer-1,shipped,2026-11-18T10:00:00Z
                F-7,offer-1,shipped,2026-11-18T10:00:00Z
                F-0,offer-1,inspected,2026-11-18T07:00:00Z
                """))
                .extracting(fault -> fault.line() + " " + fault.reason())
                .containsExactly(
                        "4 cannot follow ready",
                        "5 is of a unit that was never built; send that first",
                        "6 is before the unit came into the state it is in, 2026-11-18T08:00:00Z");
        assertThat(WORLD.server.units().page("faults", null, 0, 10))
                .extracting(Unit::serial)
                .containsExactly("F-0");
    }

    @Test
    void nothingIsHandedOverThatIsNobodys() {
        WORLD.open("nobody", Showroom.SMALL, 9);
        WORLD.tell(
                "nobody", "N-1,offer-1,built,2026-11-18T08:00:00Z,,", "N-1,offer-1,ready,2026-11-18T09:00:00Z,north,");
        assertThatThrownBy(() -> WORLD.tell("nobody", "N-1,offer-1,delivered,2026-11-19T09:00:00Z,,"))
                .hasMessageContaining("is of a unit that is nobody's");
    }

    @Test
    void theSameRowsMayComeAsObjects() {
        WORLD.open("objects", Showroom.SMALL, 9);
        var row = Map.of("serial", "O-1", "configuration", "offer-1", "state", "built", "at", DeliveryWorld.NOON);
        assertThat(WORLD.server.units().tell("objects", new MasterRows.Objects(List.of(row)), "plant"))
                .isEqualTo(new UnitsTold(1, 1, 1, 0));
    }

    @Test
    void fromALotEveryUnitMadeOfItIsFoundThroughOtherLotsWithItsOwner() {
        WORLD.open("traced", Showroom.SMALL, 9);
        OrderId order = WORLD.locked("traced", "fan-1", "north");
        WORLD.tell(
                "traced",
                "T-1,offer-1,built,2026-11-18T08:00:00Z,,pack:7 glass:2",
                "T-2,offer-1,built,2026-11-18T08:01:00Z,,pack:8",
                "T-3,offer-1,built,2026-11-18T08:02:00Z,,pack:9");
        WORLD.world.jdbc.sql("""
                        insert into delivery.lot (name) values ('cell:1'), ('cell:2');
                        insert into delivery.lot_part (lot, made)
                        select c.number, p.number from delivery.lot c, delivery.lot p
                        where (c.name, p.name) in (('cell:1', 'pack:7'), ('cell:1', 'pack:8'), ('cell:2', 'pack:9'),
                          ('pack:7', 'cell:1'))""").update();
        WORLD.allocate("traced");
        assertThat(WORLD.server.units().trace("cell:1", 0, 10))
                .extracting(Traced::serial)
                .containsExactly("T-1", "T-2");
        Traced first = WORLD.server.units().trace("cell:1", 0, 1).getFirst();
        assertThat(List.of(first.serial(), String.valueOf(first.order()), String.valueOf(first.member())))
                .isEqualTo(List.of("T-1", order.toString(), "fan-1"));
        assertThat(WORLD.server.units().trace("cell:1", first.number(), 10))
                .extracting(Traced::serial)
                .containsExactly("T-2");
        assertThat(WORLD.server.units().look("T-1").lots()).containsExactly("glass:2", "pack:7");
        assertThatThrownBy(() -> WORLD.server.units().trace("cell:9", 0, 10)).hasMessageContaining("no lot 'cell:9'");
    }

    @Test
    void aUnitThatIsSomebodysGoesToTheirRegionOnly() {
        WORLD.open("region", Showroom.SMALL, 9);
        OrderId order = WORLD.locked("region", "fan-1", "south");
        WORLD.tell("region", "R-1,offer-1,built,2026-11-18T08:00:00Z,,");
        WORLD.allocate("region");
        assertThat(WORLD.unitOf(order)).isEqualTo("R-1");
        assertThatThrownBy(() -> WORLD.tell("region", "R-1,offer-1,shipped,2026-11-19T08:00:00Z,north,"))
                .hasMessageContaining("is not where its order is to be delivered: south");
        WORLD.tell("region", "R-1,offer-1,shipped,2026-11-19T08:00:00Z,south,");
    }

    private static List<Fault> faults(String slug, String csv) {
        try {
            WORLD.server.units().tell(slug, DeliveryWorld.csv(csv), "plant");
        } catch (Problem refused) {
            return refused.faults();
        }
        throw new AssertionError("The file was taken.");
    }
}
