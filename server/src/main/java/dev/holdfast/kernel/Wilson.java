package dev.holdfast.kernel;

import org.jspecify.annotations.Nullable;

/// Between which two shares the true one lies, with 95 per cent confidence, by the score interval of Edwin
/// B. Wilson: Probable inference, the law of succession, and statistical inference. Journal of the American
/// Statistical Association 22 (1927), 209-212.
///
/// Few owners have spoken when a wish is judged first. The share alone would say "100 %" after one of them;
/// this says "21 to 100 %".
public record Wilson(double low, double high) {
    /// The standard normal deviate that leaves 2.5 per cent on each side.
    private static final double DEVIATE = 1.959_963_984_540_054;

    /// @return null when nobody was counted
    public static @Nullable Wilson of(long part, long whole) {
        if (whole == 0) {
            return null;
        }
        double share = (double) part / whole;
        double square = DEVIATE * DEVIATE;
        double center = share + square / (2 * whole);
        double reach = DEVIATE * Math.sqrt(share * (1 - share) / whole + square / (4.0 * whole * whole));
        double scale = 1 + square / whole;
        return new Wilson(Math.max(0, (center - reach) / scale), Math.min(1, (center + reach) / scale));
    }
}
