package dev.holdfast.supply.plan;

import java.util.Arrays;

/// A lower bound on the total lateness of any plan at all, fair or not, and the prices that prove it.
///
/// Climbs the concave [Dual] by subgradient steps in Polyak's length (towards the lateness of a plan in hand),
/// with momentum. Forty steps without a gain shorten the steps and start again from the best prices. Every
/// iteration's value is a valid bound by itself, so stopping early costs sharpness and never truth. The number
/// of iterations is fixed by the input, not by a clock, so the bound is the same on every machine.
///
/// @param value order-weeks; no plan has less lateness
/// @param prices per component and column, then per resource and week, as [Dual] has them
@SuppressWarnings("ArrayRecordComponent") // read by index; nobody compares two bounds
public record LatenessBound(double value, double[] prices, int iterations) {
    public static final int MAX_ITERATIONS = 2_400;

    private static final int PATIENCE = 40;
    private static final double SHORTEN = 0.7;
    private static final double MOMENTUM = 0.7;
    /// Below this share of the target distance a step moves nothing that a report would show.
    private static final double SMALLEST_STEP = 1e-5;
    /// Doubles lose about this share in sums of a million orders; taken off, so that the bound stays below.
    private static final double ROUNDING = 1e-9;

    /// @param lateness of a plan in hand; the bound cannot be above it
    public static LatenessBound of(Plant plant, Line line, long lateness, int maxIterations) {
        var dual = new Dual(plant, Demand.of(plant, line));
        if (lateness == 0) {
            return new LatenessBound(0, new double[dual.size()], 0);
        }
        return new Climb(dual, lateness).climb(maxIterations);
    }

    /// The share by which a plan of this lateness may be worse than the best, or NaN when the bound says nothing.
    public double gap(long lateness) {
        if (lateness == 0) {
            return 0;
        }
        return value > 0 ? (lateness - value) / value : Double.NaN;
    }

    private static final class Climb {
        private final Dual dual;
        private final double target;
        private final double[] scale;
        private final double[] prices;
        private final double[] best;
        private final double[] direction;
        private double bestValue;
        private double length = 1;
        private int sinceGain;

        Climb(Dual dual, long lateness) {
            this.dual = dual;
            this.target = lateness;
            this.prices = new double[dual.size()];
            this.best = new double[dual.size()];
            this.direction = new double[dual.size()];
            this.scale = dual.rowSizes();
            for (int row = 0; row < scale.length; row++) {
                scale[row] = scale[row] > 0 ? 1 / scale[row] : 0;
            }
        }

        LatenessBound climb(int maxIterations) {
            int iteration = 0;
            while (iteration < maxIterations && length > SMALLEST_STEP && bestValue < target * (1 - ROUNDING)) {
                double value = dual.value(prices);
                iteration++;
                keepIfBetter(value);
                step(value);
            }
            return new LatenessBound(Math.max(0, bestValue - Math.abs(bestValue) * ROUNDING), best, iteration);
        }

        private void keepIfBetter(double value) {
            if (value > bestValue) {
                sinceGain = value > bestValue * (1 + ROUNDING) ? 0 : sinceGain + 1;
                bestValue = value;
                System.arraycopy(prices, 0, best, 0, best.length);
            } else {
                sinceGain++;
            }
        }

        private void step(double value) {
            if (sinceGain >= PATIENCE) {
                sinceGain = 0;
                length *= SHORTEN;
                System.arraycopy(best, 0, prices, 0, best.length);
                Arrays.fill(direction, 0);
                dual.value(prices);
            }
            double norm = 0;
            for (int row = 0; row < prices.length; row++) {
                double slope = dual.overdraft[row] * scale[row];
                // A price of zero cannot fall; its row says nothing about the way up.
                slope = prices[row] <= 0 && slope < 0 ? 0 : slope;
                direction[row] = MOMENTUM * direction[row] + (1 - MOMENTUM) * slope;
                norm += slope * slope;
            }
            if (norm > 0) {
                double factor = length * (target - value) / norm;
                for (int row = 0; row < prices.length; row++) {
                    prices[row] = Math.max(0, prices[row] + factor * direction[row] * scale[row]);
                }
            }
        }
    }
}
