package dev.holdfast.supply.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The fairness axioms, each against a plan that keeps it and one with a planted breach.
///
/// One world: a unit of the only component arrives every week, four orders of one configuration are promised
/// weeks 1 to 4, and a fifth order of another configuration is last in line.
class FiguresTest {
    private final SmallWorld world = new SmallWorld(
            5,
            2,
            1,
            0,
            List.of(new SmallWorld.Need(0, 0, 1, 0), new SmallWorld.Need(1, 0, 1, 0)),
            List.of(arrival(1), arrival(2), arrival(3), arrival(4), arrival(5)),
            List.of(),
            List.of(),
            List.of(ordinary(0, 1), ordinary(0, 2), frozen(0, 3), ordinary(0, 4), ordinary(1, 5)));

    @Test
    void aFairPlanHasNothingToAnswerFor() {
        Figures figures = figures(1, 2, 3, 4, 5);

        assertThat(figures).isEqualTo(new Figures(5, 0, 10, 0, 0, 0, 0, 0));
    }

    @Test
    void aClassMateBuiltBeforeTheOneAheadIsAnOvertake() {
        assertThat(figures(2, 1, 3, 4, 5).overtakes()).isEqualTo(1);
        assertThat(figures(4, 2, 3, 1, 5).overtakes())
                .as("three orders in reverse")
                .isEqualTo(3);
    }

    @Test
    void anOrderLateForTheSakeOfOneBehindItHasReasonToEnvy() {
        Figures figures = figures(1, 2, 3, 5, 4);

        assertThat(figures.envy()).isEqualTo(1);
        assertThat(figures.overtakes()).as("another class").isZero();
        assertThat(figures.totalLatenessWeeks()).isEqualTo(1);
        assertThat(figures.promisesBroken()).isEqualTo(1);
    }

    @Test
    void anOrderBuiltBeforeItsPromiseEnviesNobody() {
        assertThat(figures(1, 2, 3, 4, 5).envy()).isZero();
        assertThat(new Referee(world).envy(Rule.STAY_PUT, new int[] {1, 2, 3, 4, 5}, new int[] {1, 2, 3, 4, 5}))
                .isZero();
    }

    @Test
    void aFrozenOrderBuiltLateIsAViolation() {
        assertThat(figures(1, 2, 4, 3, 5).frozenViolations()).isEqualTo(1);
        assertThat(figures(1, 3, 2, 4, 5).frozenViolations()).isZero();
    }

    @Test
    void theSacrificeOfAClassIsMeasuredInWeeks() {
        Line line = world.line();
        var fair = new Plan(new int[] {1, 2, 3, 4, 5}, new int[5]);
        var late = new Plan(new int[] {1, 4, 3, 5, 2}, new int[5]);

        assertThat(Figures.sacrificeWeeks(world.plant(), line, fair, fair)).isZero();
        assertThat(Figures.sacrificeWeeks(world.plant(), line, late, fair)).isEqualTo(2);
        assertThat(Figures.sacrificeWeeks(world.plant(), line, fair, late)).isEqualTo(3);
    }

    @Test
    void theRefereeSeesEveryPlantedFault() {
        var referee = new Referee(world);

        assertThat(referee.faults(new int[] {1, 2, 3, 4, 5})).isEmpty();
        assertThat(referee.faults(new int[] {1, 1, 3, 4, 5})).containsExactly("component 0 is short by 1 in week 1");
        assertThat(referee.faults(new int[] {0, 2, 3, 4, 5})).contains("order 0 stands in week 0");
        assertThat(withRoom().faults(new int[] {6, 2, 2, 6, 6})).contains("resource 0 is over by 1 in week 2");
        assertThat(withRoom().faults(new int[] {6, 6, 6, 6, 3}))
                .as("not routed there")
                .isEmpty();
    }

    private Referee withRoom() {
        var receipts = List.of(new SmallWorld.Receipt(0, 1, 5));
        var rooms = List.of(new SmallWorld.Room(0, 2, 1));
        var routes = List.of(new SmallWorld.Route(0, 0));
        return new Referee(new SmallWorld(5, 2, 1, 1, world.needs(), receipts, rooms, routes, world.orders()));
    }

    private Figures figures(int... week) {
        return Figures.of(Rule.STAY_PUT, world.plant(), world.line(), new Plan(week, new int[week.length]));
    }

    private static SmallWorld.Receipt arrival(int week) {
        return new SmallWorld.Receipt(0, week, 1);
    }

    private static SmallWorld.Wanted ordinary(int configuration, int promised) {
        return new SmallWorld.Wanted(configuration, promised, 1, false, Band.KEEP);
    }

    private static SmallWorld.Wanted frozen(int configuration, int promised) {
        return new SmallWorld.Wanted(configuration, promised, 1, true, Band.KEEP);
    }
}
