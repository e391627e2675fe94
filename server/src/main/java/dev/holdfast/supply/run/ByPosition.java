package dev.holdfast.supply.run;

import java.util.Arrays;

/// The orders of a run, found by the position at which they came.
final class ByPosition {
    private static final int UNKNOWN = -1;

    private final int[] numbers;

    private ByPosition(int[] numbers) {
        this.numbers = numbers;
    }

    static ByPosition of(RunInput input) {
        long last = Arrays.stream(input.position()).max().orElse(0);
        var numbers = new int[Math.toIntExact(last) + 1];
        Arrays.fill(numbers, UNKNOWN);
        for (int order = 0; order < input.orders(); order++) {
            numbers[(int) input.position()[order]] = order;
        }
        return new ByPosition(numbers);
    }

    /// Its number in the run; below 0: the run does not know it.
    int number(long position) {
        return position < numbers.length ? numbers[(int) position] : UNKNOWN;
    }
}
