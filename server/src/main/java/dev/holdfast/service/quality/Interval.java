package dev.holdfast.service.quality;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// How often something happens, as far as its count tells: whatever the true mean is, the interval contains
/// it in at least 95 of 100 cases.
///
/// Exact, of Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936): the ends are
/// quantiles of the chi-squared distribution. The normal approximation is wrong where it matters, at counts
/// of none and few.
///
/// @param lower the least mean that goes with the count
/// @param upper the greatest
public record Interval(double lower, double upper) {
    private static final double TAIL = 0.025;

    static Interval of(int count) {
        double lower = count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(TAIL) / 2;
        double upper = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(TAIL) / 2;
        return new Interval(lower, upper);
    }

    Interval per(double exposure) {
        return new Interval(lower / exposure, upper / exposure);
    }
}
