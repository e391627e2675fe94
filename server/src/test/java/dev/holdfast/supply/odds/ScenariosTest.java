package dev.holdfast.supply.odds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.supply.plan.Band;
import dev.holdfast.supply.plan.Line;
import dev.holdfast.supply.plan.Plan;
import dev.holdfast.supply.plan.Plant;
import dev.holdfast.supply.plan.PlantBuilder;
import dev.holdfast.supply.plan.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One small world: ten units of one component are due every week from week 1 on, fifty orders want one each.
class ScenariosTest {
    private static final int WEEKS = 20;

    @Test
    void theSameSeedGivesTheSameSpreadOnAnyNumberOfWorkers() {
        List<Commitment> late = withPast(0, 1, 2, 5);

        Spread alone = draw(late, new Scenarios(40, 1, 1), 7);
        Spread together = draw(late, new Scenarios(40, 1, 2), 7);
        Spread other = draw(late, new Scenarios(40, 1, 2), 8);

        assertThat(bounds(together)).isEqualTo(bounds(alone));
        assertThat(bounds(other)).isNotEqualTo(bounds(alone));
    }

    @Test
    void suppliersWithoutAPastDeliverAsCommitted() {
        assertThat(bounds(draw(withPast(), new Scenarios(20, 1, 2), 1)))
                .containsExactly(flat(1), flat(2), flat(3), flat(4), flat(5));
    }

    @Test
    void aSupplierThatWasAlwaysTwoWeeksLateIsTwoWeeksLate() {
        assertThat(bounds(draw(withPast(2, 2, 2), new Scenarios(20, 1, 2), 1)))
                .containsExactly(flat(3), flat(4), flat(5), flat(6), flat(7));
    }

    @Test
    void theOddsBecomeWorseWithTheShareThatIsLate() {
        Bounds seldom =
                draw(withPast(0, 0, 0, 0, 0, 4), new Scenarios(200, 1, 2), 1).bounds(0, 5);
        Bounds often =
                draw(withPast(0, 4, 4, 4, 4, 4), new Scenarios(200, 1, 2), 1).bounds(0, 5);

        assertThat(seldom.half()).isLessThan(often.half());
        assertThat(seldom.likely()).isLessThanOrEqualTo(often.likely());
    }

    @Test
    void aSupplierThatDeliversHalfNeedsTwiceAsLong() {
        List<Commitment> commitments = new ArrayList<>(future());
        for (int week = 1; week <= History.ENOUGH; week++) {
            commitments.add(new Commitment(0, 0, -60, week - 30, 10, week - 30, 5));
        }

        Bounds last = draw(commitments, new Scenarios(20, 1, 2), 1).bounds(0, 47.5);

        assertThat(last).isEqualTo(flat(10));
    }

    /// Five weeks overdue already: whatever history says, it is not here yet.
    @Test
    void whatIsOverdueComesNextWeekAtTheSoonest() {
        List<Commitment> commitments = new ArrayList<>(withPast(0, 0, 0, 0));
        commitments.add(new Commitment(0, 0, -60, -5, 50, Commitment.OPEN, 0));

        Awaited.asOf(commitments, 1, 0)
                .draw(
                        new SplittableRandom(1),
                        (commitment, week, units) -> assertThat(week)
                                .as("due in week %d", commitment.due())
                                .isPositive());
    }

    @Test
    void aPlansWeeksGetTheirOddsAndNobodyBehindAnEarlierOne() {
        Line line = line();
        Plant plain = plant(new PlantBuilder(WEEKS, 1, 1, 0), true);
        Plan plan = Rule.LINE.plan(plain, line);
        Spread spread = draw(withPast(0, 1, 1, 3), new Scenarios(100, 1, 2), 3);

        var windows = new Windows(plain, Calibration.none(), new int[] {0}).of(line, plan, spread);

        assertThat(windows).extracting(Windows.Window::week).containsExactly(1, 2, 3, 4, 5);
        assertThat(windows).extracting(Windows.Window::orders).containsOnly(10L);
        assertThat(windows).extracting(window -> window.bounds().likely()).isSorted();
        assertThat(windows).allSatisfy(window -> {
            assertThat(Bounds.by(window.bounds().half()))
                    .isLessThanOrEqualTo(Bounds.by(window.bounds().likely()));
            assertThat(Bounds.by(window.bounds().likely())).isGreaterThanOrEqualTo(window.week());
        });
    }

    private static Spread draw(List<Commitment> commitments, Scenarios scenarios, long seed) {
        Plant certain = plant(new PlantBuilder(WEEKS, 1, 1, 0), false);
        return scenarios.draw(certain, line(), Rule.LINE, Awaited.asOf(commitments, 1, 0), new SplittableRandom(seed));
    }

    private static Plant plant(PlantBuilder builder, boolean withCommitted) {
        builder.need(0, 0, 1, 0);
        if (withCommitted) {
            future().forEach(one -> builder.receive(0, one.due(), one.quantity()));
        }
        return builder.build();
    }

    private static List<Commitment> future() {
        return IntStream.rangeClosed(1, WEEKS)
                .mapToObj(week -> new Commitment(0, 0, -60, week, 10, Commitment.OPEN, 0))
                .toList();
    }

    /// A past long enough to be believed, of one delivery a week, late by the given weeks in turn.
    private static List<Commitment> withPast(int... late) {
        List<Commitment> commitments = new ArrayList<>(future());
        for (int week = 0; late.length > 0 && week < 40; week++) {
            int due = week - 60;
            commitments.add(new Commitment(0, 0, -100, due, 10, due + late[week % late.length], 10));
        }
        return commitments;
    }

    private static List<Bounds> bounds(Spread spread) {
        return IntStream.range(0, 5)
                .mapToObj(week -> spread.bounds(0, 10 * week + 5.0))
                .toList();
    }

    private static Bounds flat(double week) {
        return new Bounds(week, week, week, week);
    }

    private static Line line() {
        var none = new int[50];
        Arrays.fill(none, Line.NONE);
        var band = new Band[50];
        Arrays.fill(band, Band.KEEP);
        return new Line(new int[50], none, new int[50], new boolean[50], band);
    }
}
