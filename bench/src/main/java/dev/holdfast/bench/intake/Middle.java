package dev.holdfast.bench.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/// The median of a few measurements with the least and the greatest of them.
record Middle(double median, double least, double most) {
    static <T> Middle of(Collection<T> measured, ToDoubleFunction<T> value) {
        double[] sorted = measured.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            return new Middle(Double.NaN, Double.NaN, Double.NaN);
        }
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Middle(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }
}
