package dev.holdfast.supply.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.launch.PromiseHistory;
import dev.holdfast.supply.LaunchMetrics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Four orders of one offer: delivered in the week first promised; slipped two weeks by run 1 and delivered then;
/// slipped
/// by run 1 and given its week back by run 2; waiting. A fifth of another offer came after run 1.
class PromiseFiguresTest {
    private static final LocalDate ORDERED = LocalDate.of(2027, 1, 4);
    private static final LocalDate RUN_1 = LocalDate.of(2027, 2, 3);
    private static final LocalDate RUN_2 = LocalDate.of(2027, 3, 3);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 7);

    private final PromiseHistory history = new PromiseHistory(List.of("pro", "max"), List.of());

    @Test
    void theFirstPromiseRemembersWhatTheCurrentOneForgives() {
        LaunchMetrics metrics = told(LocalDate.of(2027, 8, 1));

        assertThat(metrics.orders()).isEqualTo(5);
        assertThat(metrics.delivered()).isEqualTo(2);
        assertThat(metrics.waiting()).isEqualTo(1);
        assertThat(metrics.onTimeInFull().original())
                .as("one of the four that were due")
                .isEqualTo(0.25);
        assertThat(metrics.onTimeInFull().current()).as("two of four").isEqualTo(0.5);
    }

    @Test
    void theWordGivenWeeksBeforeIsComparedWithTheDelivery() {
        LaunchMetrics.Distance far = told(LocalDate.of(2027, 8, 1)).distances().get(2);

        assertThat(far.weeks()).isEqualTo(16);
        assertThat(far.bias()).as("both had their last word by then").isZero();
    }

    @Test
    void anOrderThatSlippedAndCameBackIsAFlipFlop() {
        LaunchMetrics.Stability stability = told(LocalDate.of(2027, 8, 1)).stability();

        assertThat(stability.flipFlop()).isEqualTo(0.2);
        assertThat(stability.revisionsPerOrder()).isEqualTo(3 / 5.0);
        assertThat(stability.maxSlipWeeks()).isEqualTo(2);
    }

    @Test
    void aRunIsMeasuredOnThoseInLineBeforeIt() {
        List<LaunchMetrics.Run> runs = told(LocalDate.of(2027, 8, 1)).runs();

        assertThat(runs).extracting(LaunchMetrics.Run::run).containsExactly(1, 2);
        assertThat(runs).extracting(LaunchMetrics.Run::open).containsExactly(4L, 5L);
        assertThat(runs)
                .extracting(LaunchMetrics.Run::churn)
                .extracting(LaunchMetrics.Both::current)
                .containsExactly(0.5, 0.2);
        assertThat(runs)
                .extracting(LaunchMetrics.Run::churn)
                .extracting(LaunchMetrics.Both::original)
                .as("run 2 gave one order its first window back, so one still stands away from it")
                .containsExactly(0.5, 0.2);
        assertThat(runs.get(1).nervousness().original())
                .as("two weeks away from the first window, fourteen ahead of it")
                .isCloseTo(2 * 0.1 * Math.pow(0.9, 14) / 5, within(1e-9));
    }

    /// Run 1 said of the week in June plus two: half by then, nine in ten a week later.
    @Test
    void theOddsBesideAWindowAreHeldAgainstTheDelivery() {
        LaunchMetrics.Windows windows = told(LocalDate.of(2027, 8, 1)).windows();

        assertThat(windows.original().coverage())
                .as("one of two in the week first told")
                .isEqualTo(0.5);
        assertThat(windows.current().coverage()).isEqualTo(1);
        assertThat(windows.original().halfCoverage())
                .as("no run gave the first windows")
                .isNaN();
        assertThat(windows.current().halfCoverage()).isEqualTo(1);
        assertThat(windows.current().likelyCoverage()).isEqualTo(1);
        assertThat(windows.current().sharpness()).as("both weeks count").isEqualTo(2);
        assertThat(windows.current().halfPinball()).as("in the very week").isZero();
        assertThat(windows.current().likelyPinball())
                .as("a week too far, a tenth of it a miss")
                .isCloseTo(0.1, within(1e-9));
    }

    @Test
    void aDeliveryAfterNineInTenWasALateOne() {
        order(0, day(JUNE.plusWeeks(5)), ORDERED, JUNE);
        history.promise(day(RUN_1), day(JUNE.plusWeeks(2)), 1);
        LaunchMetrics.Told told = figures(LocalDate.of(2027, 8, 1)).windows().current();

        assertThat(told.coverage()).isZero();
        assertThat(told.likelyCoverage()).isZero();
        assertThat(told.likelyPinball()).isCloseTo(2 * 0.9, within(1e-9));
    }

    @Test
    void beforeTheFirstDeliveryThereIsNothingToBeOnTimeWith() {
        order(0, PromiseHistory.NONE, ORDERED, JUNE);
        order(0, PromiseHistory.NONE, ORDERED, JUNE.plusWeeks(-1));

        LaunchMetrics metrics = figures(JUNE.plusWeeks(9));

        assertThat(metrics.onTimeInFull().original()).isNaN();
        assertThat(metrics.order().overtakes())
                .as("promised before the one ahead")
                .isEqualTo(1);
    }

    private LaunchMetrics told(LocalDate today) {
        order(0, day(JUNE.plusDays(2)), ORDERED, JUNE);
        order(0, day(JUNE.plusDays(16)), ORDERED, JUNE);
        history.promise(day(RUN_1), day(JUNE.plusWeeks(2)), 1);
        order(0, PromiseHistory.NONE, ORDERED, JUNE);
        history.promise(day(RUN_1), day(JUNE.plusWeeks(2)), 1);
        history.promise(day(RUN_2), day(JUNE), 2);
        history.order(0, PromiseHistory.NONE, PromiseHistory.NONE);
        history.promise(day(ORDERED), PromiseHistory.NONE, 0);
        order(1, PromiseHistory.NONE, RUN_1.plusWeeks(2), JUNE);
        return figures(today);
    }

    private LaunchMetrics figures(LocalDate today) {
        var none = LaunchMetrics.Both.NOTHING;
        var rest =
                new PromiseFigures.Rest(Map.of(), List.of(), new LaunchMetrics.Forecasts(none, none, none, none), none);
        return new PromiseFigures(history, today).metrics(this::odds, rest);
    }

    private PromiseFigures.@Nullable By odds(int promise, int order) {
        int week = history.promised(promise);
        return history.run(promise) == 1 && week == day(JUNE.plusWeeks(2))
                ? new PromiseFigures.By(week, week + 7)
                : null;
    }

    private void order(int offer, int delivered, LocalDate made, LocalDate promised) {
        history.order(offer, PromiseHistory.NONE, delivered);
        history.promise(day(made), day(promised), 0);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
