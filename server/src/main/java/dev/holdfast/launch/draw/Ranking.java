package dev.holdfast.launch.draw;

import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Sorts very many things by 64 unsigned bits each, in 8 bytes of room for each.
///
/// The leading bits of the key and the number of the thing share one `long`, which the platform sorts in parallel and
/// without a comparison of ours. Bits are missing then: of ten million things some fifty pairs look alike, and those
/// few are put in order afterwards by whoever can compare them whole.
final class Ranking {
    /// Things in one piece of work, so that a digest is made once for many.
    private static final int PIECE = 1 << 14;

    private Ranking() {}

    /// Compares two things by their numbers; gives 0 for a thing and itself alone.
    interface Comparison {
        int compare(int one, int other);
    }

    /// The numbers 0 to count-1, ordered by their keys.
    ///
    /// @param keys makes a function from a number to the first 64 bits of its key; one for each thread, as digests
    ///     cannot be shared
    /// @param whole tells apart what the first bits do not
    static int[] order(int count, Supplier<IntToLongFunction> keys, Comparison whole) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, count - 1)));
        long numbers = (1L << bits) - 1;
        long[] packed = new long[count];
        IntStream.range(0, (count + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            IntToLongFunction key = keys.get();
            int end = Math.min(count, (piece + 1) * PIECE);
            for (int index = piece * PIECE; index < end; index++) {
                // The platform sorts signed numbers, keys are unsigned ones.
                packed[index] = ((key.applyAsLong(index) ^ Long.MIN_VALUE) & ~numbers) | index;
            }
        });
        Arrays.parallelSort(packed);
        int[] order = new int[count];
        for (int rank = 0; rank < count; rank++) {
            order[rank] = (int) (packed[rank] & numbers);
        }
        settle(order, packed, ~numbers, whole);
        return order;
    }

    /// Puts in order what shares its leading bits, by insertion: such runs have two things, hardly ever three.
    private static void settle(int[] order, long[] packed, long leading, Comparison whole) {
        for (int rank = 1; rank < order.length; rank++) {
            int moved = order[rank];
            int to = rank;
            while (to > 0
                    && ((packed[to - 1] ^ packed[rank]) & leading) == 0
                    && whole.compare(order[to - 1], moved) > 0) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = moved;
        }
    }
}
