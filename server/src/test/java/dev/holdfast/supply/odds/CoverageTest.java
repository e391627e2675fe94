package dev.holdfast.supply.odds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A 90 % window holds nine times of ten on data it was not fitted on, and is narrower than an average
/// would give.
///
/// Fitted on what was said in weeks 160 to 260 and was known by week 338, measured on what was said from
/// week 340 on.
class CoverageTest {
    private static final int SEEDS = Integer.getInteger("holdfast.odds.seeds", 3);

    @Test
    void aNinetyPercentWindowHoldsNineTimesOfTenOnWeeksItWasNotFittedOn() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var history = new SyntheticHistory(seed);
            List<Said> past = said(history, seed, 160, 260, 5);
            List<Said> later = said(history, -seed, 340, 480, 10);
            Calibration calibration = Calibration.fit(past);

            List<Told> told = told(later, calibration);
            double covered = share(told, Told::isCovered);
            double width = mean(told, one -> one.bounds.to() - one.bounds.from() + 1);
            List<Told> raw = told(later, Calibration.none());
            double average = averageWidth(past, later, covered);
            System.out.printf(
                    "odds, seed %d: %d windows, %.1f %% inside, %.2f weeks wide; an average as often right: %.2f weeks;"
                            + " before calibration %.1f %%, %.2f weeks; P50 %.1f %%, P90 %.1f %%%n",
                    seed,
                    told.size(),
                    100 * covered,
                    width,
                    average,
                    100 * share(raw, Told::isCovered),
                    mean(raw, one -> one.bounds.to() - one.bounds.from() + 1),
                    100 * share(told, one -> one.came <= Bounds.by(one.bounds.half())),
                    100 * share(told, one -> one.came <= Bounds.by(one.bounds.likely())));

            assertThat(covered).as("seed %d: covered", seed).isBetween(0.88, 0.92);
            assertThat(share(raw, Told::isCovered))
                    .as("seed %d: uncalibrated", seed)
                    .isLessThan(0.86);
            assertThat(width).as("seed %d: narrower than an average", seed).isLessThan(average);
            assertThat(share(told, one -> one.came <= Bounds.by(one.bounds.likely())))
                    .as("seed %d: there by P90", seed)
                    .isBetween(0.87, 0.93);
            assertThat(share(told, one -> one.came <= Bounds.by(one.bounds.half())))
                    .as("seed %d: there by P50", seed)
                    .isBetween(0.45, 0.58);
        }
    }

    /// Near and far alike, and not on balance.
    @Test
    void itHoldsAtEveryDistance() {
        var history = new SyntheticHistory(1);
        Calibration calibration = Calibration.fit(said(history, 1, 160, 260, 5));

        var byDistance = told(said(history, -1, 340, 480, 10), calibration).stream()
                .collect(
                        Collectors.groupingBy(one -> one.horizon <= 4 ? "near" : one.horizon <= 16 ? "middle" : "far"));

        assertThat(byDistance).hasSize(3);
        byDistance.forEach((distance, told) ->
                assertThat(share(told, Told::isCovered)).as(distance).isBetween(0.86, 0.94));
    }

    /// How wide the due week plus the supplier's average lateness, give or take a margin, has to be to be
    /// right as often. The margin is chosen on the very weeks it is measured on, which flatters it.
    private static double averageWidth(List<Said> past, List<Said> later, double covered) {
        var average = past.stream()
                .collect(Collectors.groupingBy(
                        Said::supplier, Collectors.averagingDouble(said -> said.came() - (double) said.horizon())));
        double[] off = later.stream()
                .mapToDouble(
                        said -> Math.abs(said.came() - said.horizon() - average.getOrDefault(said.supplier(), 0.0)))
                .sorted()
                .toArray();
        double margin = off[(int) (covered * off.length)];
        return later.stream()
                .mapToDouble(said -> {
                    double centre = said.horizon() + average.getOrDefault(said.supplier(), 0.0);
                    return Math.floor(centre + margin) - Math.ceil(centre - margin) + 1;
                })
                .average()
                .orElseThrow();
    }

    static List<Said> said(SyntheticHistory history, long seed, int from, int to, int step) {
        List<Said> said = new ArrayList<>();
        var random = new SplittableRandom(seed);
        for (int now = from; now <= to; now += step) {
            said.addAll(Backtest.USUAL.at(
                    now, history.commitments, SyntheticHistory.SUPPLIERS, SyntheticHistory.SUPPLIERS, random));
        }
        return said;
    }

    private static List<Told> told(List<Said> said, Calibration calibration) {
        return said.stream()
                .map(one -> new Told(
                        one.horizon(), calibration.apply(one.supplier(), one.horizon(), one.bounds()), one.came()))
                .toList();
    }

    private static double share(List<Told> told, Predicate<Told> is) {
        return (double) told.stream().filter(is).count() / told.size();
    }

    private static double mean(List<Told> told, Function<Told, Integer> of) {
        return Arrays.stream(told.stream().mapToInt(of::apply).toArray())
                .average()
                .orElseThrow();
    }

    private record Told(int horizon, Bounds bounds, int came) {
        boolean isCovered() {
            return bounds.covers(came);
        }
    }
}
