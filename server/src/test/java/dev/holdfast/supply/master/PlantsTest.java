package dev.holdfast.supply.master;

import static dev.holdfast.supply.SupplyTold.Effect.APPLIED;
import static dev.holdfast.supply.SupplyTold.Effect.LATE;
import static dev.holdfast.supply.master.MasterFile.BOM;
import static dev.holdfast.supply.master.MasterFile.CAPACITY;
import static dev.holdfast.supply.master.MasterFile.CONFIGURATIONS;
import static dev.holdfast.supply.master.MasterFile.HOLIDAYS;
import static dev.holdfast.supply.master.MasterFile.RESOURCES;
import static dev.holdfast.supply.master.MasterFile.ROUTING;
import static dev.holdfast.supply.master.MasterFile.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.supply.MasterRows;
import dev.holdfast.supply.SupplyTold;
import dev.holdfast.supply.plan.input.CapacityRows;
import dev.holdfast.supply.plan.input.Faults;
import dev.holdfast.supply.plan.input.Mondays;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// The plant that comes out of master data and events, on ordinary and on bad days.
class PlantsTest {
    private static final String TOLD = "commitment,component,quantity,week,status,occurredAt,sequence";

    private final Planner planner = new Planner();

    @Test
    void anOfferWithoutABillIsItsOwnComponentAndTakesTheCurve() {
        planner.curve("car", Planner.START.plusWeeks(1), 2);
        assertThat(planner.weeks(planner.plant(), 3)).containsExactly(2, 2, 11);
        assertThat(planner.plant().delivery(0, 2)).isEqualTo(Planner.START.plusWeeks(1));
        assertThat(planner.plantAt(0).hash()).isNotEqualTo(planner.plant().hash());
        assertThat(planner.weeks(planner.plantAt(0), 1))
                .as("before the curve was told")
                .containsExactly(11);
    }

    @Test
    void aUnitNeedsItsPartsAtTheirLeadTimesAndIsDeliveredWeeksLater() {
        planner.put(CONFIGURATIONS, "car,3");
        planner.put(BOM, "car,pack,1,1", "pack,cell,2,1");
        planner.commit("PO-1,cell,3,2026-12-28,committed", "PO-2,cell,1,2027-01-04,shipped");
        AssembledPlant plant = planner.plant();
        assertThat(planner.weeks(plant, 3))
                .as("a cell of week 2 is in a car of week 4")
                .containsExactly(4, 5, 11);
        assertThat(plant.delivery(0, 4)).isEqualTo(LocalDate.of(2027, 2, 1));
        assertThat(plant.buildWeek(0, LocalDate.of(2027, 2, 1))).isEqualTo(4);
        assertThat(plant.components()).containsExactly("bike", "cell");
    }

    @Test
    void aForecastCountsOnlyWhereItIsAskedFor() {
        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,1,2026-12-28,forecast");
        assertThat(planner.weeks(planner.plant(), 1)).containsExactly(11);
        assertThat(planner.weeks(planner.plant(Counting.FORECAST), 1)).containsExactly(2);
    }

    @Test
    void whatIsOverdueIsNotThereBeforeItCanCome() {
        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,1,2026-11-30,committed");
        assertThat(planner.weeks(planner.plant(), 1)).containsExactly(1);
        planner.put(BOM, "car,pack,1,1");
        assertThat(planner.weeks(planner.plant(), 1))
                .as("it is not in hand yet")
                .containsExactly(2);
        planner.commit("PO-1,pack,1,2026-11-30,received");
        assertThat(planner.weeks(planner.plant(), 1)).containsExactly(1);
    }

    @Test
    void anEventThatComesLateDoesNotUndoALaterOne() {
        planner.put(BOM, "car,pack,1,0");
        planner.tell(TOLD, "PO-1,pack,1,2027-01-04,committed,2026-12-10T10:00:00Z,2");
        long event = planner.latest();
        assertThat(planner.tell(
                        TOLD,
                        "PO-1,pack,9,2026-12-28,committed,2026-12-09T10:00:00Z,7",
                        "PO-1,pack,8,2026-12-28,committed,2026-12-10T10:00:00Z,1"))
                .extracting(SupplyTold::effect)
                .containsExactly(LATE, LATE);
        assertThat(planner.weeks(planner.plant(), 2)).containsExactly(3, 11);
        assertThat(planner.touched(event).less().components())
                .as("nothing changed")
                .isEmpty();
        assertThat(planner.tell(TOLD, "PO-1,pack,2,2027-01-04,committed,2026-12-10T10:00:00Z,3"))
                .extracting(SupplyTold::effect)
                .containsExactly(APPLIED);
        assertThat(planner.weeks(planner.plant(), 2)).containsExactly(3, 3);
    }

    @Test
    void aCommitmentCutToZeroTakesItsUnitsAway() {
        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,2,2026-12-28,committed", "PO-2,pack,1,2027-01-11,committed");
        long before = planner.latest();
        assertThat(planner.weeks(planner.plant(), 3)).containsExactly(2, 2, 4);
        planner.commit("PO-1,pack,0,2026-12-28,committed");
        assertThat(planner.weeks(planner.plant(), 3)).containsExactly(4, 11, 11);
        assertThat(planner.touched(before).less().components()).containsEntry("pack", before + 1);
        assertThat(planner.touched(before).more().components())
                .as("it brought nothing")
                .isEmpty();
        assertThat(planner.weeks(planner.plantAt(before), 3))
                .as("as it was known")
                .containsExactly(2, 2, 4);
    }

    /// People are told why their window moved: by the word that put a delivery off, not by the last one on its way.
    @Test
    void aWordThatOnlySaysHowFarADeliveryHasComeHidesNoSlip() {
        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,2,2026-12-28,committed", "PO-2,pack,1,2027-01-11,committed");
        long before = planner.latest();
        planner.commit("PO-1,pack,2,2027-01-18,committed");
        planner.commit("PO-1,pack,2,2027-01-18,shipped");
        planner.commit("PO-2,pack,4,2027-01-11,committed");
        planner.commit("PO-3,pack,9,2026-12-21,forecast");
        Touched touched = planner.touched(before);
        assertThat(touched.less().components()).containsEntry("pack", before + 1);
        assertThat(touched.more().components()).containsEntry("pack", before + 3);
        planner.commit("PO-1,pack,2,2027-01-18,received");
        assertThat(planner.touched(before)).as("in the week it was due").isEqualTo(touched);
        planner.put(MasterFile.STOCK, "pack,3,0,2026-12-20");
        long counted = planner.latest();
        planner.commit("PO-2,pack,4,2027-01-11,received");
        assertThat(planner.touched(counted).less().components())
                .as("it may be in the count already")
                .containsEntry("pack", counted + 1);
    }

    @Test
    void quarantineOfALotInHandTakesItFromStockAndFreeingGivesItBack() {
        planner.put(BOM, "car,pack,1,0");
        planner.put(STOCK, "pack,4,1,2026-12-17");
        assertThat(planner.weeks(planner.plant(), 4)).containsExactly(1, 1, 1, 11);
        planner.tell("type,component,lot,quantity", "quarantine,pack,L-7,2");
        assertThat(planner.weeks(planner.plant(), 4)).containsExactly(1, 11, 11, 11);
        planner.tell("type,component,lot,quantity", "quarantine,pack,L-7,9");
        assertThat(planner.weeks(planner.plant(), 1)).as("more than there is").containsExactly(11);
        planner.tell("type,component,lot,quantity", "quarantine,pack,L-7,0");
        assertThat(planner.weeks(planner.plant(), 4)).containsExactly(1, 1, 1, 11);
    }

    @Test
    void aLotThatTheCountKnowsOfIsNotTakenTwice() {
        planner.put(BOM, "car,pack,1,0");
        planner.tell("type,component,lot,quantity,occurredAt", "quarantine,pack,L-7,2,2026-12-10T10:00:00Z");
        planner.tell("type,component,onHand,quarantined,asOf", "count,pack,5,2,2026-12-11");
        assertThat(planner.weeks(planner.plant(), 4)).containsExactly(1, 1, 1, 11);
        planner.tell("type,component,lot,quantity,occurredAt", "quarantine,pack,L-7,0,2026-12-12T10:00:00Z");
        assertThat(planner.weeks(planner.plant(), 6))
                .as("freed after the count")
                .containsExactly(1, 1, 1, 1, 1, 11);
    }

    /// Received at 02:00 of the day after the count in Shanghai, which is 18:00 of the count's own day in UTC.
    @Test
    void whatWasReceivedBeforeTheCountIsInTheCount() {
        planner.put(BOM, "car,pack,1,0");
        planner.put(STOCK, "pack,1,0,2026-12-11");
        planner.tell(TOLD, "PO-1,pack,1,2026-12-07,received,2026-12-11T10:00:00Z,0");
        assertThat(planner.weeks(planner.plant(), 2)).containsExactly(1, 11);
        planner.tell(TOLD, "PO-2,pack,1,2026-12-07,received,2026-12-11T18:00:00Z,0");
        assertThat(planner.weeks(planner.plant(), 3)).containsExactly(1, 1, 11);
    }

    @Test
    void aHolidayShrinksAWeekByItsShareRoundedDown() {
        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,99,2026-12-21,received");
        planner.putCsv(RESOURCES, "resource,kind,workingDays\nline,line,123456\nbay,bay,\n");
        planner.put(ROUTING, "car,line");
        planner.put(CAPACITY, "line,2026-12-21,7", "line,2026-12-28,7", "line,2027-01-04,7");
        planner.put(HOLIDAYS, "line,2026-12-24,2026-12-27", "line,2026-12-26,2026-12-28", "*,2027-01-04,2027-01-10");
        assertThat(planner.weeks(planner.plant(), 10))
                .as("three of six days leave 3 of 7; a day of week 53 leaves 5; then all are off")
                .containsExactly(1, 1, 1, 2, 2, 2, 2, 2, 11, 11);
    }

    @Test
    void aLeapDayIsADayAndWeek53IsAWeek() {
        var calendar = new Tables(new Faults());
        var reading = new FileReading(HOLIDAYS.sheet(), new Faults());
        reading.read(
                new MasterRows.Csv("resource,from,to\n*,2028-02-29,2028-02-29\n".getBytes(StandardCharsets.UTF_8)),
                row -> calendar.add(HOLIDAYS, row));
        var week = new CapacityRows.Room("line", Mondays.number(LocalDate.of(2028, 2, 28)), 10);
        assertThat(calendar.calendar.open(week).capacity()).isEqualTo(8);

        planner.put(BOM, "car,pack,1,0");
        planner.commit("PO-1,pack,1,2026-12-28,committed", "PO-2,pack,1,2027-01-04,committed");
        AssembledPlant plant = planner.plant();
        assertThat(planner.weeks(plant, 2)).as("2026-W53 and 2027-W01").containsExactly(2, 3);
        assertThat(plant.delivery(0, 2)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(plant.buildWeek(LocalDate.of(2027, 1, 4))).isEqualTo(3);
    }

    @Test
    void aChangedBillLeavesThePlanOfTheOldOneAsItWas() {
        planner.put(BOM, "car,pack,1,0", "car,door,4,0");
        planner.commit("PO-1,pack,9,2026-12-21,committed", "PO-2,door,8,2026-12-21,committed");
        AssembledPlant before = planner.plant();
        assertThat(planner.weeks(before, 3)).containsExactly(1, 1, 11);
        planner.put(BOM, "car,pack,1,0", "car,door,5,0");
        assertThat(planner.weeks(planner.plant(), 3)).containsExactly(1, 11, 11);
        AssembledPlant again = planner.plantAt(before.event());
        assertThat(again.hash())
                .isEqualTo(before.hash())
                .isNotEqualTo(planner.plant().hash());
        assertThat(planner.weeks(again, 3)).containsExactly(1, 1, 11);
        Touched.Last touched = planner.touched(before.event()).that(true);
        assertThat(planner.touched(before.event()).that(false))
                .as("a bill may work either way")
                .isEqualTo(touched);
        assertThat(touched.components()).containsOnlyKeys("door");
        assertThat(touched.configurations()).containsOnlyKeys("car");
    }

    @Test
    void aBillChangesWithTheBuildWeek() {
        planner.putCsv(BOM, """
                parent,child,quantity,leadTimeWeeks,effectiveFrom,effectiveTo
                car,pack,1,0,,
                pack,old,1,1,,2026-12-28
                pack,new,1,1,2027-01-04,
                """);
        planner.commit("PO-1,old,9,2026-12-21,committed", "PO-2,new,1,2026-12-21,committed");
        assertThat(planner.weeks(planner.plant(), 11))
                .as("old packs go into cars of week 2 at the latest")
                .containsExactly(2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 11);
    }

    @Test
    void theSameDataGivesTheSameHashInWhateverOrderItCame() {
        planner.put(BOM, "car,pack,1,0", "car,door,4,0");
        planner.commit("PO-1,pack,9,2026-12-21,committed", "PO-2,door,8,2026-12-21,committed");
        var other = new Planner();
        other.commit("PO-2,door,8,2026-12-21,committed");
        other.commit("PO-1,pack,9,2026-12-21,committed");
        other.put(BOM, "car,door,4,0", "car,pack,1,0");
        assertThat(other.plant().hash()).isEqualTo(planner.plant().hash());
        other.commit("PO-1,pack,8,2026-12-21,committed");
        assertThat(other.plant().hash()).isNotEqualTo(planner.plant().hash());
    }

    @Test
    void eventsCannotBeRewritten() {
        planner.commit("PO-1,pack,9,2026-12-21,committed");
        assertThatThrownBy(() -> planner.jdbc().update("update supply.event set quantity = 1"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only grows");
    }
}
