package dev.holdfast.supply.plan;

import java.util.concurrent.CompletableFuture;

/// A lower bound on the total lateness of any plan at all, fair or not, and the prices that prove it.
///
/// Climbs the concave [Dual] along its subgradients, each row with a step of its own length: the running mean of
/// its slopes over the root of the running mean of their squares (Adam), shortened evenly to a thousandth. Steps
/// of one common length (Polyak's) stuck 0.7 % below what this reaches on a million orders. Every iteration's
/// value is a valid bound by itself, so stopping early costs sharpness and never truth. The number of iterations
/// is fixed by the caller, not by a clock, so the bound is the same on every machine.
///
/// @param value order-weeks; no plan has less lateness
/// @param prices per component and column, then per resource and week, as [Dual] has them
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two bounds
public record LatenessBound(double value, double[] prices, int iterations) {
    /// Within 0.05 % of the linear program on a million orders; twice as many halve what is left.
    public static final int ITERATIONS = 1_200;

    /// Doubles lose about this share in sums of a million orders; taken off, so that the bound stays below.
    private static final double ROUNDING = 1e-9;

    /// @param lateness of a plan in hand; the bound cannot be above it, so reaching it ends the search
    public static LatenessBound of(Plant plant, Line line, long lateness, int iterations) {
        var dual = new Dual(plant, Demand.of(plant, line));
        if (lateness == 0) {
            return new LatenessBound(0, new double[dual.size()], 0);
        }
        return new Climb(dual, iterations).climb(CompletableFuture.completedFuture(lateness));
    }

    /// The same while the plan is still being made. No step depends on its lateness but the last, so a search
    /// that turns out to have gone on for too long is done again.
    ///
    /// @param lateness of the plan in hand, once there is one; waited for at the end
    public static LatenessBound beside(Plant plant, Line line, CompletableFuture<Long> lateness, int iterations) {
        var climb = new Climb(new Dual(plant, Demand.of(plant, line)), iterations);
        LatenessBound found = climb.climb(lateness);
        return climb.isBelow(lateness.join()) ? found : of(plant, line, lateness.join(), iterations);
    }

    /// The share by which a plan of this lateness may be worse than the best, or NaN when the bound says nothing.
    public double gap(long lateness) {
        if (lateness == 0) {
            return 0;
        }
        return value > 0 ? (lateness - value) / value : Double.NaN;
    }

    private static final class Climb {
        /// A unit needed a week earlier costs its order about a week, so prices are of the order of one per unit.
        private static final double FIRST_STEP = 0.2;

        private static final double LAST_STEP_SHARE = 1e-3;
        private static final double SLOPE_MEMORY = 0.9;
        private static final double SQUARE_MEMORY = 0.99;
        private static final double TINY = 1e-12;

        private final Dual dual;
        private final int iterations;
        private final double[] rowStep;
        private final double[] prices;
        private final double[] best;
        private final double[] slope;
        private final double[] square;
        private double bestValue;

        Climb(Dual dual, int iterations) {
            this.dual = dual;
            this.iterations = iterations;
            this.rowStep = dual.rowSteps();
            this.prices = new double[dual.size()];
            this.best = new double[dual.size()];
            this.slope = new double[dual.size()];
            this.square = new double[dual.size()];
        }

        boolean isBelow(long lateness) {
            return bestValue < lateness * (1 - ROUNDING);
        }

        LatenessBound climb(CompletableFuture<Long> lateness) {
            double step = FIRST_STEP;
            double shorten = StrictMath.pow(LAST_STEP_SHARE, 1.0 / iterations);
            double slopeWeight = 1;
            double squareWeight = 1;
            int done = 0;
            while (done < iterations && (!lateness.isDone() || isBelow(lateness.join()))) {
                double value = dual.value(prices);
                done++;
                if (value > bestValue) {
                    bestValue = value;
                    System.arraycopy(prices, 0, best, 0, best.length);
                }
                // The means start at zero; dividing by what they have seen so far makes them true from the start.
                slopeWeight *= SLOPE_MEMORY;
                squareWeight *= SQUARE_MEMORY;
                move(step / (1 - slopeWeight) * Math.sqrt(1 - squareWeight));
                step *= shorten;
            }
            return new LatenessBound(Math.max(0, bestValue * (1 - ROUNDING)), best, done);
        }

        private void move(double step) {
            double[] overdraft = dual.overdraft;
            for (int row = 0; row < prices.length; row++) {
                double now = overdraft[row];
                if (prices[row] == 0 && now <= 0 && slope[row] <= 0) {
                    // Nothing is short here and nothing is paid: the row has no say, nor any memory of one.
                    slope[row] = 0;
                } else {
                    slope[row] = SLOPE_MEMORY * slope[row] + (1 - SLOPE_MEMORY) * now;
                    square[row] = SQUARE_MEMORY * square[row] + (1 - SQUARE_MEMORY) * now * now;
                    double length = step * rowStep[row] / (Math.sqrt(square[row]) + TINY);
                    prices[row] = Math.max(0, prices[row] + length * slope[row]);
                }
            }
        }
    }
}
