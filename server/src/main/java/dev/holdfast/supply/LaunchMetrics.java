package dev.holdfast.supply;

import java.util.List;

/// How a launch's promises stand. A share of nothing is `NaN`, and [#unknown()] says why.
///
/// @param orders live ones
/// @param waiting without a promised week
/// @param onTimeInFull of the orders whose promised week is over; `NaN` until the first is delivered
/// @param windows how the windows did that were told, and the odds beside them
/// @param distances how far off the word was that was given so many weeks before
/// @param runs what each published plan run moved, and how good and how fair it was
/// @param suppliers how each kept what it first committed to, and what it said last
/// @param forecast what suppliers forecast against what came, as first and as last forecast
/// @param mix share of the orders that are for another configuration than the first plan, and the current one, builds
public record LaunchMetrics(
        long orders,
        long delivered,
        long waiting,
        Both onTimeInFull,
        Windows windows,
        List<Distance> distances,
        Stability stability,
        Order order,
        List<Run> runs,
        List<Supplier> suppliers,
        Forecasts forecast,
        Both mix,
        List<Unknown> unknown) {

    public LaunchMetrics {
        distances = List.copyOf(distances);
        runs = List.copyOf(runs);
        suppliers = List.copyOf(suppliers);
        unknown = List.copyOf(unknown);
    }

    /// Against the first promise and against the current one.
    public record Both(double original, double current) {
        public static final Both NOTHING = new Both(Double.NaN, Double.NaN);
    }

    public record Windows(Told original, Told current) {}

    /// What deliveries were held against, of the orders that were promised a week.
    ///
    /// @param coverage share of the deliveries inside the window
    /// @param halfCoverage share of them by the P50 of the run that gave the window; half is as it should be
    /// @param likelyCoverage by its P90; nine tenths are
    /// @param sharpness mean weeks from the P50 to the P90, of all orders that have them
    /// @param halfPinball what the misses of the P50 cost
    public record Told(
            double coverage,
            double halfCoverage,
            double likelyCoverage,
            double sharpness,
            double halfPinball,
            double likelyPinball) {}

    public record Distance(int weeks, double meanAbsoluteError, double bias) {}

    public record Stability(
            double revisionsPerOrder, double flipFlop, int maxSlipWeeks, double giniOfSlip, double jainOfSlip) {}

    /// @param overtakes pairs of an offer and region in which the one behind is served, or promised, first
    public record Order(long overtakes, double kendallTau) {}

    /// @param open orders in line before it
    /// @param churn of them with another promise than the first one, and than the one before
    /// @param nervousness weeks that they stand from it, those next due counting most
    /// @param judged what the run said of itself; null where nothing is kept of it any more
    public record Run(int run, long open, Both churn, Both nervousness, Judged judged) {}

    /// A published run by the figures that it was published with.
    ///
    /// @param instability units planned for other weeks than by the first plan, and by the one before (Kimms)
    /// @param envy orders late although those ahead of them left an earlier week open
    /// @param bound no plan has less lateness
    /// @param priceOfFairness by which share its lateness may be above the least; never understated
    public record Judged(
            Both instability,
            long frozenViolations,
            long overtakes,
            long envy,
            long latenessWeeks,
            double bound,
            double priceOfFairness) {}

    /// @param clip commit accuracy: of what was committed for weeks that are over, the share that came in time
    /// @param curveAdherence mean share by which what had come by a week was off what was committed by then
    public record Supplier(String supplier, Both clip, Both curveAdherence) {}

    /// @param bias above zero: more was forecast than came
    /// @param wape weeks' misses over what came
    /// @param trackingSignal beyond 4 either way the forecast leans
    /// @param mase below 1: better than repeating the week before
    public record Forecasts(Both bias, Both wape, Both trackingSignal, Both mase) {}

    /// Why a metric has no value.
    public record Unknown(String metric, Reason reason) {}

    public enum Reason {
        /// No order has been delivered, and no delivery has been told.
        NOTHING_DELIVERED,
        /// No live order has a promised week.
        NOTHING_PROMISED,
        /// No published run has odds for what is promised.
        NO_ODDS,
        /// No plan was published.
        NO_RUN,
        /// No commitment's week is over.
        NOTHING_DUE,
        /// No supplier has forecast anything for a week that is over.
        NOTHING_FORECAST,
        /// What it is a share of is zero.
        NOTHING_TO_DIVIDE_BY
    }
}
