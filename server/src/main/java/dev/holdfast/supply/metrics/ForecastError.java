package dev.holdfast.supply.metrics;

import java.util.Arrays;

/// A forecast F against what happened, A, period by period.
public final class ForecastError {
    private ForecastError() {}

    /// `sum (F - A) / sum A`: above zero is too much.
    public static double bias(long[] forecast, long[] actual) {
        return missed(forecast, actual) / sum(actual);
    }

    /// `sum |F - A| / sum A`
    public static double wape(long[] forecast, long[] actual) {
        return absolute(forecast, actual) / sum(actual);
    }

    /// `sum (F - A) / MAD` with `MAD = mean |F - A|`: beyond 4 either way the forecast leans.
    public static double trackingSignal(long[] forecast, long[] actual) {
        return missed(forecast, actual) / (absolute(forecast, actual) / forecast.length);
    }

    /// MASE: `mean |F - A|` over what repeating the last period would have missed, `mean |A(t) - A(t - 1)|`.
    /// Below 1 the forecast beats repetition.
    public static double mase(long[] forecast, long[] actual) {
        double repeated = 0;
        for (int period = 1; period < actual.length; period++) {
            repeated += Math.abs((double) actual[period] - actual[period - 1]);
        }
        return absolute(forecast, actual) / forecast.length / (repeated / (actual.length - 1));
    }

    /// Mix error: `0.5 sum |share planned - share actual|`, the share of units that are another configuration
    /// than planned.
    public static double mix(long[] planned, long[] actual) {
        Weeks.sameLength(planned.length, actual.length);
        double allPlanned = sum(planned);
        double allActual = sum(actual);
        double error = 0;
        for (int configuration = 0; configuration < planned.length; configuration++) {
            error += Math.abs(planned[configuration] / allPlanned - actual[configuration] / allActual);
        }
        return error / 2;
    }

    private static double missed(long[] forecast, long[] actual) {
        Weeks.sameLength(forecast.length, actual.length);
        return sum(forecast) - sum(actual);
    }

    private static double absolute(long[] forecast, long[] actual) {
        Weeks.sameLength(forecast.length, actual.length);
        double sum = 0;
        for (int period = 0; period < forecast.length; period++) {
            sum += Math.abs((double) forecast[period] - actual[period]);
        }
        return sum;
    }

    private static double sum(long[] values) {
        return Arrays.stream(values).sum();
    }
}
