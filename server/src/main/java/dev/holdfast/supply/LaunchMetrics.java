package dev.holdfast.supply;

import java.util.List;

/// How a launch's promises stand. A share of nothing is `NaN`.
///
/// @param orders live ones
/// @param waiting without a promised week
/// @param onTimeInFull of the orders whose promised week is over; `NaN` until the first is delivered
/// @param distances how far off the word was that was given so many weeks before
/// @param runs what each published plan run moved
public record LaunchMetrics(
        long orders,
        long delivered,
        long waiting,
        Both onTimeInFull,
        List<Distance> distances,
        Stability stability,
        Order order,
        List<Run> runs) {

    public LaunchMetrics {
        distances = List.copyOf(distances);
        runs = List.copyOf(runs);
    }

    /// Against the first promise and against the current one.
    public record Both(double original, double current) {}

    public record Distance(int weeks, double meanAbsoluteError, double bias) {}

    public record Stability(
            double revisionsPerOrder, double flipFlop, int maxSlipWeeks, double giniOfSlip, double jainOfSlip) {}

    /// @param overtakes pairs of an offer and region in which the one behind is served, or promised, first
    public record Order(long overtakes, double kendallTau) {}

    /// @param open orders in line before it
    public record Run(int run, long open, double churn, double nervousness) {}
}
